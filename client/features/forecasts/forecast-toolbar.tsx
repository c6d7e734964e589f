import { Checkbox, SegmentedControl } from '@mantine/core'
import type { ReactElement } from 'react'

import { QueueChoice } from '../../components/queue-choice.tsx'
import { VersionSelect } from '../../components/version-select.tsx'
import { WeekChoice } from '../../components/week-choice/week-choice.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { PlanningSearch } from '../../lib/planning-search.ts'
import type { PlanningWeek } from '../../lib/planning-week.ts'
import type { PlanningSearchChange } from '../../lib/use-planning-search.ts'
import type { ForecastVersion } from './versions/use-forecast-versions.ts'

import styles from './forecast-toolbar.module.css'

interface ForecastToolbarProps {
  readonly search: PlanningSearch
  readonly onChange: (change: PlanningSearchChange) => void
  readonly queues: readonly { readonly code: string; readonly name: string }[]
  readonly queueCode: string | undefined
  readonly weeks: readonly PlanningWeek[]
  readonly week: PlanningWeek | null
  readonly versions: readonly ForecastVersion[]
  readonly shown: ForecastVersion
  readonly before: ForecastVersion | undefined
}

/** What is shown: every choice is a part of the address. */
export function ForecastToolbar(props: ForecastToolbarProps): ReactElement {
  const { search, onChange, weeks, week, before } = props
  const t = useTranslate()
  return (
    <div className={styles['toolbar']}>
      <QueueChoice
        label={t('forecast.queue')}
        queues={props.queues.map(({ code, name }) => ({ id: code, name }))}
        value={props.queueCode}
        onChange={(queue) => onChange({ queue })}
      />
      {search.view !== 'horizon' && (
        <WeekChoice weeks={weeks} week={week} onChange={(date) => onChange({ week: date })} />
      )}
      <SegmentedControl
        aria-label={t('forecast.view')}
        value={search.view ?? 'interval'}
        onChange={(view) => onChange({ view: view === 'interval' ? undefined : view })}
        data={[
          { value: 'interval', label: t('forecast.view.interval') },
          { value: 'day', label: t('forecast.view.day') },
          { value: 'horizon', label: t('forecast.view.horizon') },
        ]}
      />
      {search.view === undefined && (
        <SegmentedControl
          aria-label={t('forecast.band.choose')}
          value={String(search.band ?? 80)}
          onChange={(band) => onChange({ band: band === '95' ? 95 : undefined })}
          data={['80', '95'].map((share) => ({
            value: share,
            label: t('forecast.band.option', { share }),
          }))}
        />
      )}
      <VersionSelect versions={props.versions} shown={props.shown.version} onChange={onChange} />
      {before !== undefined && (
        <Checkbox
          size="xs"
          checked={search.compare === true}
          label={t('forecast.compare', { version: before.version })}
          onChange={(event) =>
            onChange({ compare: event.currentTarget.checked ? true : undefined })
          }
        />
      )}
    </div>
  )
}
