import { useDebouncedValue, useElementSize } from '@mantine/hooks'
import { type ReactElement, useState } from 'react'

import { FileLinks } from '../../../components/file-links.tsx'
import { IntervalTable } from '../../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { DATE_NAMES } from '../../../lib/i18n/date-names.ts'
import { useFormat, useLocale, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { OutlookChart } from './outlook-chart.tsx'
import { OutlookControls } from './outlook-controls.tsx'
import { OutlookDays } from './outlook-days.tsx'
import { drawnMonths, outlookColumns, outlookRows } from './outlook-rows.ts'
import { outlookAnswer } from './outlook-words.ts'
import { type Outlook, outlookQuery, type OutlookScenario, useOutlook } from './use-outlook.ts'

import viewStyles from '../forecast-view.module.css'
import styles from './outlook-section.module.css'

const AS_LEARNED: OutlookScenario = {
  months: 24,
  growthPercent: null,
  stepMonth: null,
  stepPercent: null,
}
/** While a number is being written nothing is reckoned. */
const PAUSE_MS = 400

/** Head-count is planned by years: months ahead with their doubt, and what if. */
export function OutlookSection(props: { readonly queueId: string | undefined }): ReactElement {
  const t = useTranslate()
  const monthName = useMonthName()
  const [scenario, setScenario] = useState(AS_LEARNED)
  const [settled] = useDebouncedValue(scenario, PAUSE_MS)
  const { data, error, refetch } = useOutlook(settled, props.queueId)
  return (
    <section className={viewStyles['section']} aria-label={t('outlook.title')}>
      <h2 className={viewStyles['title']}>{t('outlook.title')}</h2>
      <OutlookControls
        scenario={scenario}
        months={data?.months.map(({ month }) => month) ?? []}
        monthName={monthName}
        onChange={(part) => setScenario({ ...scenario, ...part })}
      />
      {error !== null && <FailedState problem={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingState shape="chart" />}
      {error === null && data !== undefined && (
        <Shown outlook={data} query={outlookQuery(settled, props.queueId ?? '')} />
      )}
    </section>
  )
}

interface ShownProps {
  readonly outlook: Outlook
  readonly query: ReturnType<typeof outlookQuery>
}

function Shown({ outlook, query }: ShownProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const monthName = useMonthName()
  const { ref, width } = useElementSize()
  const [month, setMonth] = useState<string>()
  const hasScenario = outlook.months.some(({ scenario }) => scenario !== null)
  const asked = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, String(value)]),
  )
  return (
    <>
      <p className={styles['answer']}>
        {outlookAnswer(outlook, { t, format, monthName }).join(' ')}
      </p>
      <div ref={ref}>
        <ul className={styles['legend']}>
          <li data-sample="came">{t('outlook.history')}</li>
          <li data-sample="mean">{t('outlook.learned')}</li>
          {hasScenario && <li data-sample="scenario">{t('outlook.scenario')}</li>}
        </ul>
        {width > 0 && <OutlookChart months={drawnMonths(outlook)} width={width} />}
      </div>
      <IntervalTable
        label={t('outlook.table')}
        columns={outlookColumns({ t, format, monthName, hasScenario })}
        rows={outlookRows(outlook)}
        rowKey={(row) => row.month}
        maxHeightPx={300}
        onOpen={(row) => setMonth(row.month === month ? undefined : row.month)}
        openKey={month}
      />
      <p className={styles['hint']}>{t('outlook.open')}</p>
      {month !== undefined && (
        <OutlookDays query={query} month={month} monthName={monthName(month)} />
      )}
      {(['month', 'day'] as const).map((by) => (
        <FileLinks
          key={by}
          words={t(`outlook.file.${by}`)}
          formats={['csv', 'xlsx']}
          addressOf={(kind) => `/api/v1/outlook/file?${asked}&by=${by}&format=${kind}`}
        />
      ))}
    </>
  )
}

/** `март 2027` */
function useMonthName(): (month: string) => string {
  const { locale } = useLocale()
  return (month) => {
    const name = DATE_NAMES[locale].monthsAlone[Number(month.slice(5)) - 1] ?? ''
    return `${name} ${month.slice(0, 4)}`
  }
}
