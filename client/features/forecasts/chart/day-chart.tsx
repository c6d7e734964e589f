import type { ReactElement } from 'react'

import { ScrollBox } from '../../../components/scroll-box.tsx'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { ScaleDay, TimeScale } from '../../../lib/time-scale.ts'
import { valueTicks } from '../../../lib/value-ticks.ts'
import type { DayTotal } from './day-totals.ts'

import styles from './day-chart.module.css'
import legendStyles from './forecast-chart.module.css'

interface DayChartProps {
  readonly scale: TimeScale
  readonly days: readonly DayTotal[]
  /** The chart in words. */
  readonly summary: string
  /** Number of the version that is compared. */
  readonly previousVersion?: number | undefined
}

/** Room for the numbers of the vertical axis. */
export const DAY_GUTTER_PX = 56
const PLOT_PX = 220
const TOP_PX = 42
/** Half of the lowest number. */
const BOTTOM_PX = 6
/** `4 812` and air. */
const VALUE_PX = 44
/** `пн 15` and air. */
const DAY_NAME_PX = 40

/** Contacts day by day: a column is a day of the shared axis, a thick line what came. */
export function DayChart(props: DayChartProps): ReactElement {
  const { scale, days, summary, previousVersion } = props
  const t = useTranslate()
  const format = useFormat()
  const top = Math.max(1, ...days.flatMap((day) => [day.mean, day.actual ?? 0, day.previous ?? 0]))
  const ticks = valueTicks(top)
  const y = (value: number): number => TOP_PX + PLOT_PX * (1 - value / (ticks.at(-1) ?? top))
  return (
    <figure className={legendStyles['figure']} aria-label={summary}>
      <ul className={legendStyles['legend']}>
        <li className={legendStyles['unit']}>{t('forecast.unit.day')}</li>
        <li data-sample="column">{t('forecast.mean')}</li>
        {days.some(({ actual }) => actual !== null) && (
          <li data-sample="actual">{t('forecast.actual')}</li>
        )}
        {previousVersion !== undefined && (
          <li data-sample="previous">{t('version.number', { version: previousVersion })}</li>
        )}
      </ul>
      <ScrollBox className={legendStyles['scroller']} label={t('forecast.question')}>
        <svg
          className={styles['svg']}
          width={DAY_GUTTER_PX + scale.widthPx}
          height={TOP_PX + PLOT_PX + BOTTOM_PX}
          aria-hidden
        >
          <g transform={`translate(${DAY_GUTTER_PX} 0)`}>
            <DayNames days={scale.days} />
            {ticks.map((tick) => (
              <g key={tick}>
                <line className={styles['grid']} x2={scale.widthPx} y1={y(tick)} y2={y(tick)} />
                <text className={styles['number']} x={-8} y={y(tick) + 4} textAnchor="end">
                  {format.number(tick)}
                </text>
              </g>
            ))}
            {days.map((day) => (
              <DayColumn key={day.startMs} day={day} scale={scale} y={y} />
            ))}
          </g>
        </svg>
      </ScrollBox>
    </figure>
  )
}

/** Every day's name where it fits, else that of Mondays with their month. */
function DayNames({ days }: { readonly days: readonly ScaleDay[] }): ReactElement {
  const format = useFormat()
  const isNarrow = days.some(({ widthPx }) => widthPx < DAY_NAME_PX)
  const named = isNarrow ? days.filter((day, at) => at === 0 || isMonday(day, days[at - 1])) : days
  return (
    <>
      {days.map(({ startMs, leftPx, widthPx, isWeekend }) => (
        <rect
          key={startMs}
          className={isWeekend ? styles['weekend'] : undefined}
          fill="none"
          x={leftPx}
          y={TOP_PX - 16}
          width={widthPx}
          height={PLOT_PX + 16}
        />
      ))}
      {named.map(({ startMs, leftPx }) => (
        <g key={startMs}>
          <line
            className={styles['midnight']}
            x1={leftPx + 0.5}
            x2={leftPx + 0.5}
            y1={0}
            y2={TOP_PX - 16}
          />
          <text className={styles['value']} x={leftPx + 5} y={14}>
            {isNarrow ? format.date(startMs) : format.shortDay(startMs)}
          </text>
        </g>
      ))}
    </>
  )
}

/** The first working day after a weekend begins a week. */
function isMonday(day: ScaleDay, before: ScaleDay | undefined): boolean {
  return !day.isWeekend && before?.isWeekend === true
}

interface DayColumnProps {
  readonly day: DayTotal
  readonly scale: TimeScale
  readonly y: (value: number) => number
}

function DayColumn({ day, scale, y }: DayColumnProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const span = scale.span(day.startMs, day.endMs)
  if (span === null) return null
  const insetPx = Math.min(6, span.widthPx / 6)
  const [left, right] = [span.leftPx + insetPx, span.leftPx + span.widthPx - insetPx]
  const level = (value: number | null, name: 'actual' | 'previous'): ReactElement | null =>
    value === null ? null : (
      <line className={styles[name]} x1={left - 3} x2={right + 3} y1={y(value)} y2={y(value)} />
    )
  return (
    <g>
      <title>
        {[
          format.longDay(day.startMs),
          `${t('forecast.mean')}: ${format.number(day.mean)}`,
          ...(day.actual === null ? [] : [`${t('forecast.actual')}: ${format.number(day.actual)}`]),
        ].join('\n')}
      </title>
      <rect
        className={styles['bar']}
        x={left}
        y={y(day.mean)}
        width={right - left}
        height={y(0) - y(day.mean)}
      />
      {level(day.previous, 'previous')}
      {level(day.actual, 'actual')}
      {span.widthPx >= VALUE_PX && (
        <text
          className={styles['value']}
          x={(left + right) / 2}
          y={y(Math.max(day.mean, day.actual ?? 0, day.previous ?? 0)) - 5}
          textAnchor="middle"
        >
          {format.number(day.mean)}
        </text>
      )}
    </g>
  )
}
