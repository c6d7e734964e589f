import type { ReactElement } from 'react'

import { IntervalTable } from '../../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { fromLocalInput } from '../../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { outlookDayColumns } from './outlook-rows.ts'
import { type outlookQuery, useOutlookDays } from './use-outlook.ts'

import styles from './outlook-section.module.css'

interface OutlookDaysProps {
  readonly query: ReturnType<typeof outlookQuery>
  /** `2027-03`, and as it is read. */
  readonly month: string
  readonly monthName: string
}

/** One month of the outlook, spread over its days. */
export function OutlookDays({ query, month, monthName }: OutlookDaysProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const { data, error, refetch } = useOutlookDays(query, month)
  const dayName = (date: string): string =>
    format.longDay(fromLocalInput(`${date}T12:00`, timeZone) ?? 0)
  const title = t('outlook.days', { month: monthName })
  return (
    <section aria-label={title}>
      <h3 className={styles['days']}>{title}</h3>
      {error !== null && <FailedState problem={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingState shape="table" />}
      {error === null && data !== undefined && (
        <IntervalTable
          label={title}
          columns={outlookDayColumns({
            t,
            format,
            dayName,
            hasScenario: data.days.some(({ scenario }) => scenario !== null),
          })}
          rows={data.days}
          rowKey={({ date }) => date}
          maxHeightPx={300}
        />
      )}
    </section>
  )
}
