import type { ReactElement } from 'react'

import { ScrollBox } from '../../components/scroll-box.tsx'
import { CHART_GUTTER_PX } from '../../components/time-axis/chart-gutter.ts'
import { TimeAxis } from '../../components/time-axis/time-axis.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../lib/time-scale.ts'
import { valueTicks } from '../../lib/value-ticks.ts'
import type { HourInterval } from './hours-model.ts'

import styles from './hours.module.css'

const PLOT_PX = 180
const TOP_PX = 8
const BAND_PERCENT = 80

interface HoursChartProps {
  readonly scale: TimeScale
  readonly intervals: readonly HourInterval[]
  readonly nowMs: number
  /** The chart in words. */
  readonly label: string
}

/** Contacts by interval: what was forecast, what came, and what is expected now with its band. */
export function HoursChart({ scale, intervals, nowMs, label }: HoursChartProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const top = Math.max(
    1,
    ...intervals.flatMap(({ forecast, came, expected }) => [
      forecast.contacts,
      came?.offered ?? 0,
      expected?.high ?? 0,
    ]),
  )
  const ticks = valueTicks(top)
  const y = (value: number): number => TOP_PX + PLOT_PX * (1 - value / (ticks.at(-1) ?? top))
  const [now] = [scale.span(nowMs, nowMs + 60_000)]
  return (
    <figure className={styles['figure']} aria-label={label}>
      <ul className={styles['legend']}>
        <li data-sample="plan">{t('hours.legend.plan')}</li>
        <li data-sample="came">{t('hours.legend.came')}</li>
        <li data-sample="expected">
          {t('hours.legend.expected', {
            share: t('forecast.band.option', { share: BAND_PERCENT }),
          })}
        </li>
      </ul>
      <ScrollBox label={label} className={styles['plotBox']}>
        <div style={{ paddingLeft: CHART_GUTTER_PX }}>
          <TimeAxis scale={scale} />
        </div>
        <svg
          className={styles['svg']}
          width={CHART_GUTTER_PX + scale.widthPx}
          height={TOP_PX + PLOT_PX + 6}
          aria-hidden
        >
          <g transform={`translate(${CHART_GUTTER_PX} 0)`}>
            {ticks.map((tick) => (
              <g key={tick}>
                <line className={styles['grid']} x2={scale.widthPx} y1={y(tick)} y2={y(tick)} />
                <text className={styles['number']} x={-8} y={y(tick) + 4} textAnchor="end">
                  {format.number(tick)}
                </text>
              </g>
            ))}
            {intervals.map((interval) => (
              <IntervalMarks key={interval.from} interval={interval} scale={scale} y={y} />
            ))}
            {now !== null && (
              <line className={styles['now']} x1={now.leftPx} x2={now.leftPx} y1={0} y2={y(0)} />
            )}
          </g>
        </svg>
      </ScrollBox>
    </figure>
  )
}

interface IntervalMarksProps {
  readonly interval: HourInterval
  readonly scale: TimeScale
  readonly y: (value: number) => number
}

function IntervalMarks({ interval, scale, y }: IntervalMarksProps): ReactElement | null {
  const format = useFormat()
  const t = useTranslate()
  const { forecast, came, expected } = interval
  const [startMs, endMs] = [Date.parse(interval.from), Date.parse(interval.to)]
  const span = scale.span(startMs, endMs)
  if (span === null) return null
  const [left, right] = [span.leftPx + 1, span.leftPx + span.widthPx - 1]
  const level = (value: number, name: string): ReactElement => (
    <line className={styles[name]} x1={left} x2={right} y1={y(value)} y2={y(value)} />
  )
  const isOver = expected === null
  return (
    <g>
      <title>
        {[
          format.timeRange(startMs, endMs),
          `${t('hours.table.plan')}: ${format.number(forecast.contacts)}`,
          ...(came === null ? [] : [`${t('hours.table.came')}: ${format.number(came.offered)}`]),
          ...(expected === null
            ? []
            : [
                `${t('hours.table.expected')}: ${format.withDoubt(expected.contacts, expected.low, expected.high)}`,
              ]),
        ].join('\n')}
      </title>
      {came !== null && isOver && (
        <rect
          className={styles['came']}
          x={left}
          y={y(came.offered)}
          width={Math.max(1, right - left)}
          height={Math.max(0, y(0) - y(came.offered))}
        />
      )}
      {expected !== null && expected.contacts > 0 && (
        <rect
          className={styles['band']}
          x={left}
          y={y(expected.high)}
          width={Math.max(1, right - left)}
          height={Math.max(0, y(expected.low) - y(expected.high))}
        />
      )}
      {forecast.contacts > 0 && level(forecast.contacts, 'plan')}
      {expected !== null && expected.contacts > 0 && level(expected.contacts, 'expected')}
    </g>
  )
}
