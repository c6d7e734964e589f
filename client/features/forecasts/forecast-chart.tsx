import type { ReactElement } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'

import { TimeAxis } from '../../components/time-axis/time-axis.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../lib/time-scale.ts'
import { ForecastLegend } from './forecast-legend.tsx'
import { ForecastMarks, MarkList } from './forecast-marks.tsx'
import type { ForecastMark, ForecastPoint } from './forecast-model.ts'

import styles from './forecast-chart.module.css'

interface ForecastChartProps {
  readonly scale: TimeScale
  readonly points: readonly ForecastPoint[]
  readonly marks: readonly ForecastMark[]
  /** The chart in words: the page's answer. */
  readonly summary: string
}

/** Room for the numbers of the vertical axis; the shared time axis begins after it. */
export const CHART_GUTTER_PX = 48

const HEIGHT_PX = 300

const STILL = { dot: false, activeDot: false, isAnimationActive: false } as const

/** As the chart draws a point: at the middle of its interval, with the band as one pair. */
interface DrawnPoint extends ForecastPoint {
  readonly middleMs: number
  readonly band: readonly [low: number, high: number]
}

/** Expected contacts with their doubt, and what came, on the shared time axis. */
export function ForecastChart({ scale, points, marks, summary }: ForecastChartProps): ReactElement {
  return (
    <figure className={styles['figure']} aria-label={summary}>
      <ForecastLegend kinds={new Set(marks.map(({ kind }) => kind))} unit={useUnit(points)} />
      <div className={styles['scroller']} tabIndex={-1}>
        <div className={styles['plot']} style={{ width: CHART_GUTTER_PX + scale.widthPx }}>
          <div className={styles['axis']} style={{ marginLeft: CHART_GUTTER_PX }}>
            <TimeAxis scale={scale} />
            <ForecastMarks scale={scale} marks={marks} />
          </div>
          <Curves scale={scale} points={points} />
        </div>
      </div>
      <MarkList marks={marks} />
    </figure>
  )
}

/** `обращений за 30 мин`: a count means nothing without its interval. */
function useUnit([first]: readonly ForecastPoint[]): string {
  const t = useTranslate()
  if (first === undefined) return ''
  return t('forecast.unit', { minutes: (first.endMs - first.startMs) / 60_000 })
}

function Curves({ scale, points }: Pick<ForecastChartProps, 'scale' | 'points'>): ReactElement {
  const format = useFormat()
  const t = useTranslate()
  return (
    <ComposedChart
      width={CHART_GUTTER_PX + scale.widthPx}
      height={HEIGHT_PX}
      data={points.map(drawn)}
      margin={{ top: 8, right: 0, bottom: 6, left: 0 }}
      accessibilityLayer
    >
      <CartesianGrid
        vertical
        stroke="var(--kz-grid-line)"
        verticalPoints={scale.ticks.map((tick) => CHART_GUTTER_PX + tick.leftPx)}
      />
      <XAxis hide type="number" dataKey="middleMs" domain={[scale.startMs, scale.endMs]} />
      <YAxis
        width={CHART_GUTTER_PX}
        allowDecimals={false}
        axisLine={false}
        tickLine={false}
        tick={{ fontSize: 11, fill: 'var(--kz-ink-faint)' }}
        tickFormatter={(value: number) => format.number(value)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--kz-ink)', strokeWidth: 1 }}
        content={({ active, payload }) => {
          const point: unknown = payload[0]?.payload
          return active && isDrawnPoint(point) ? <PointCard point={point} /> : null
        }}
      />
      <Area
        name={t('forecast.band')}
        dataKey="band"
        stroke="none"
        fill="var(--kz-forecast-band)"
        fillOpacity={1}
        {...STILL}
      />
      <Line
        name={t('forecast.mean')}
        dataKey="mean"
        stroke="var(--kz-forecast)"
        strokeWidth={2}
        {...STILL}
      />
      <Line
        name={t('forecast.actual')}
        dataKey="actual"
        stroke="var(--kz-actual)"
        strokeWidth={1.5}
        {...STILL}
      />
    </ComposedChart>
  )
}

function drawn(point: ForecastPoint): DrawnPoint {
  return {
    ...point,
    middleMs: (point.startMs + point.endMs) / 2,
    band: [point.low, point.high],
  }
}

function isDrawnPoint(value: unknown): value is DrawnPoint {
  return typeof value === 'object' && value !== null && 'band' in value
}

function PointCard({ point }: { readonly point: DrawnPoint }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <div className={styles['card']}>
      <strong>{format.weekdayRange(point.startMs, point.endMs)}</strong>
      <div>
        {t('forecast.mean')}: {format.withDoubt(point.mean, point.low, point.high)}
      </div>
      {point.actual !== null && (
        <div>
          {t('forecast.actual')}: {format.number(point.actual)}
        </div>
      )}
      {point.handleSeconds !== null && (
        <div>
          {t('forecast.handleTime')}: {format.seconds(point.handleSeconds)}
        </div>
      )}
    </div>
  )
}
