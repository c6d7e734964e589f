import type { ReactElement } from 'react'

import { ScrollBox } from '../../components/scroll-box.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type HourInterval, type HourQueue, isMissed, isUsed } from './hours-model.ts'

import styles from './hours.module.css'

const COLUMNS = 13

interface HoursTableProps {
  readonly queue: HourQueue
  /** Intervals from then on are tomorrow's. */
  readonly dayEndsAt: string
}

/** The intervals of one queue in numbers. */
export function HoursTable({ queue, dayEndsAt }: HoursTableProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const shown = queue.intervals.filter(isUsed)
  const [today, tomorrow] = [
    shown.filter(({ from }) => Date.parse(from) < Date.parse(dayEndsAt)),
    shown.filter(({ from }) => Date.parse(from) >= Date.parse(dayEndsAt)),
  ]
  const rowsOf = (intervals: readonly HourInterval[]): ReactElement[] =>
    intervals.map((interval) => (
      <IntervalRow key={interval.from} interval={interval} isUnder={isMissed(queue, interval)} />
    ))
  return (
    <ScrollBox label={t('today.coverage.numbers')} className={styles['scroll']}>
      <table className={styles['numbers']}>
        <thead>
          <tr>
            <th scope="col">{t('hours.table.interval')}</th>
            <th scope="col">{t('hours.table.plan')}</th>
            <th scope="col">{t('hours.table.came')}</th>
            <th scope="col">{t('hours.table.lost')}</th>
            <th scope="col">{t('hours.table.asa')}</th>
            <th scope="col">{t('hours.table.aht')}</th>
            <th scope="col">{t('hours.table.expected')}</th>
            <th scope="col">{t('hours.table.required')}</th>
            <th scope="col">{t('hours.table.scheduled')}</th>
            <th scope="col">{t('hours.table.working')}</th>
            <th scope="col">{t('hours.table.given')}</th>
            <th scope="col">{t('hours.table.predictedAsa')}</th>
            <th scope="col">{t('hours.table.predictedLost')}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(today)}
          {tomorrow.length > 0 && (
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS} className={styles['nextDay']}>
                {format.longDay(Date.parse(dayEndsAt))}
              </th>
            </tr>
          )}
          {rowsOf(tomorrow)}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function IntervalRow(props: {
  readonly interval: HourInterval
  readonly isUnder: boolean
}): ReactElement {
  const { from, to, forecast, came, isLeftOut, expected, predicted, staff } = props.interval
  const t = useTranslate()
  const format = useFormat()
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : format.number(value)
  return (
    <tr data-under={props.isUnder}>
      <th scope="row">{format.timeRange(Date.parse(from), Date.parse(to))}</th>
      <td>{number(forecast.contacts)}</td>
      <td>{number(came?.offered)}</td>
      <td>{number(came?.abandoned)}</td>
      <td>{number(came?.asaSeconds)}</td>
      <td>{number(came?.ahtSeconds)}</td>
      <td>
        {isLeftOut && t('hours.table.leftOut')}
        {expected !== null && format.withDoubt(expected.contacts, expected.low, expected.high)}
      </td>
      <StaffCells predicted={predicted} staff={staff} />
      <PredictedCells predicted={predicted} />
    </tr>
  )
}

/** What is asked for: as it is expected now, or of what is over as it was planned. */
function StaffCells({ predicted, staff }: Pick<HourInterval, 'predicted' | 'staff'>): ReactElement {
  const format = useFormat()
  const required = predicted?.required ?? staff?.required
  const working = staff?.working ?? null
  return (
    <>
      <td>{required !== undefined && format.number(required)}</td>
      <td>{staff !== null && format.number(staff.scheduled, 1)}</td>
      <td>{working !== null && format.number(working, 1)}</td>
    </>
  )
}

function PredictedCells({ predicted }: Pick<HourInterval, 'predicted'>): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const wait = predicted?.asaSeconds ?? null
  const lost = predicted?.lostShare ?? null
  return (
    <>
      <td>{predicted !== null && format.number(predicted.given, 1)}</td>
      <td>
        {predicted?.isOverloaded === true && t('hours.table.grows')}
        {wait !== null && format.number(wait)}
      </td>
      <td>{lost !== null && format.percent(lost)}</td>
    </>
  )
}
