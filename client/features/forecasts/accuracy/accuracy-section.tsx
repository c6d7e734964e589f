import { SegmentedControl } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FileLinks } from '../../../components/file-links.tsx'
import { IntervalTable } from '../../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { fromLocalInput } from '../../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { lagColumns, overrideColumns, triedColumns } from './accuracy-columns.ts'
import { judgementText, triedAnswer } from './accuracy-words.ts'
import { type Accuracy, type LagScore, useAccuracy } from './use-accuracy.ts'

import viewStyles from '../forecast-view.module.css'
import styles from './accuracy-section.module.css'

/** How the forecasts of a queue have come true: the evidence that a planner shows. */
export function AccuracySection(props: { readonly queueId: string | undefined }): ReactElement {
  const t = useTranslate()
  const { data, error, refetch } = useAccuracy(props.queueId)
  return (
    <section className={viewStyles['section']} aria-label={t('accuracy.title')}>
      <h2 className={viewStyles['title']}>{t('accuracy.title')}</h2>
      {data !== undefined && data.versions.length === 0 && (
        <p className={viewStyles['note']}>{t('accuracy.none')}</p>
      )}
      {data !== undefined && data.versions.length > 0 && <Tried accuracy={data} />}
      {data === undefined && error !== null && (
        <FailedState problem={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <LoadingState shape="table" />}
    </section>
  )
}

interface TriedProps {
  readonly accuracy: Accuracy
}

function Tried({ accuracy }: TriedProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const words = { t, format }
  const isChanged = accuracy.judgement !== null
  const dateOf = (date: string): string =>
    format.fullDate(fromLocalInput(`${date}T00:00`, timeZone) ?? 0)
  const judgement = judgementText(accuracy, words)
  return (
    <>
      <p className={styles['answer']}>{triedAnswer(accuracy, words)}</p>
      {judgement !== null && <p className={viewStyles['note']}>{judgement}</p>}
      <ByLag accuracy={accuracy} />
      <h3 className={styles['subtitle']}>{t('accuracy.versions')}</h3>
      <IntervalTable
        label={t('accuracy.versions')}
        columns={triedColumns({ ...words, dateOf }, isChanged)}
        rows={accuracy.versions}
        rowKey={({ forecastId }) => forecastId}
        maxHeightPx={280}
      />
      {accuracy.overrides.length > 0 && (
        <>
          <h3 className={styles['subtitle']}>{t('accuracy.overrides')}</h3>
          <IntervalTable
            label={t('accuracy.overrides')}
            columns={overrideColumns(words)}
            rows={accuracy.overrides}
            rowKey={({ id }) => id}
            maxHeightPx={280}
          />
        </>
      )}
      <FileLinks
        words={t('accuracy.file')}
        formats={['csv', 'xlsx']}
        addressOf={(kind) => `/api/v1/forecast-accuracy/file?format=${kind}`}
      />
    </>
  )
}

const STEPS: readonly LagScore['step'][] = ['interval', 'day', 'week']

/** Errors by weeks ahead, over the stretch that is chosen. */
function ByLag({ accuracy }: TriedProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const [step, setStep] = useState<LagScore['step']>('day')
  return (
    <>
      <SegmentedControl
        aria-label={t('accuracy.step')}
        value={step}
        onChange={(value) => setStep(STEPS.find((one) => one === value) ?? 'day')}
        data={STEPS.map((value) => ({ value, label: t(`accuracy.step.${value}`) }))}
      />
      <IntervalTable
        label={t('accuracy.table')}
        columns={lagColumns({ t, format }, accuracy.judgement !== null).filter(
          ({ id }) => id !== 'coverage' || step === 'interval',
        )}
        rows={accuracy.byLag.filter((row) => row.step === step)}
        rowKey={({ weekAhead }) => String(weekAhead)}
        maxHeightPx={320}
      />
    </>
  )
}
