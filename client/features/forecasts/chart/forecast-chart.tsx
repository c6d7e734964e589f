import type { ReactElement } from 'react'
import { Area, ComposedChart, Line, Tooltip } from 'recharts'

import { ScrollBox } from '../../../components/scroll-box.tsx'
import { CHART_GUTTER_PX } from '../../../components/time-axis/chart-gutter.ts'
import { TimeAxis } from '../../../components/time-axis/time-axis.tsx'
import { TimeGrid } from '../../../components/time-axis/time-grid.tsx'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../../lib/time-scale.ts'
import type { BandWidth, ForecastMark, ForecastPoint } from '../forecast-model.ts'
import { type PickedSpan, SpanPicker } from '../override/span-picker.tsx'
import { ForecastLegend } from './forecast-legend.tsx'
import { ForecastMarks, MarkList } from './forecast-marks.tsx'
import { PointCard } from './point-card.tsx'

import styles from './forecast-chart.module.css'

interface ForecastChartProps {
  readonly scale: TimeScale
  readonly points: readonly ForecastPoint[]
  readonly marks: readonly ForecastMark[]
  /** The chart in words: the page's answer. */
  readonly summary: string
  readonly band: BandWidth
  /** Number of the shown version, and of the one that is compared. */
  readonly version: number
  readonly previousVersion?: number | undefined
  readonly picked: PickedSpan | null
  /** Absent where nothing can be done with a span. */
  readonly onPick?: ((span: PickedSpan | null) => void) | undefined
}

const HEIGHT_PX = 300

const STILL = { dot: false, activeDot: false, isAnimationActive: false } as const

/** As the chart draws a point: at the middle of its interval, with the band as one pair. */
interface DrawnPoint extends ForecastPoint {
  readonly middleMs: number
  readonly band: readonly [low: number, high: number]
}

/** Expected contacts with their doubt, and what came, on the shared time axis. */
export function ForecastChart(props: ForecastChartProps): ReactElement {
  const { scale, points, marks, summary, band, picked, onPick } = props
  const t = useTranslate()
  const unit = useUnit(points)
  const lines = {
    actual: points.some(({ actual }) => actual !== null),
    engine: points.some(({ mean, engineMean }) => mean !== engineMean),
    previous: props.previousVersion,
  }
  return (
    <figure className={styles['figure']} aria-label={summary}>
      <ForecastLegend
        kinds={new Set(marks.map(({ kind }) => kind))}
        unit={unit}
        band={band}
        lines={lines}
      />
      <ScrollBox className={styles['scroller']} label={t('forecast.question')}>
        <div className={styles['plot']} style={{ width: CHART_GUTTER_PX + scale.widthPx }}>
          <div className={styles['axis']} style={{ marginLeft: CHART_GUTTER_PX }}>
            <TimeAxis scale={scale} />
            <ForecastMarks scale={scale} marks={marks} />
          </div>
          <SpanPicker
            scale={scale}
            leftPx={CHART_GUTTER_PX}
            stepMs={points[0] === undefined ? 1 : points[0].endMs - points[0].startMs}
            picked={picked}
            onPick={onPick}
          >
            <Curves {...props} showsEngine={lines.engine} />
          </SpanPicker>
        </div>
      </ScrollBox>
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

interface CurvesProps extends ForecastChartProps {
  readonly showsEngine: boolean
}

function Curves(props: CurvesProps): ReactElement {
  const { scale, points, version, previousVersion, band, showsEngine } = props
  const format = useFormat()
  return (
    <ComposedChart
      width={CHART_GUTTER_PX + scale.widthPx}
      height={HEIGHT_PX}
      data={points.map(drawn)}
      margin={{ top: 8, right: 0, bottom: 6, left: 0 }}
      accessibilityLayer
    >
      <TimeGrid scale={scale} numberText={(value) => format.number(value)} allowDecimals={false} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--kz-ink)', strokeWidth: 1 }}
        content={({ active, payload }) => {
          const point: unknown = payload[0]?.payload
          return active && isDrawnPoint(point) ? (
            <PointCard point={point} band={band} version={version} previous={previousVersion} />
          ) : null
        }}
      />
      <Area
        dataKey="band"
        stroke="none"
        fill="var(--kz-forecast-band)"
        fillOpacity={1}
        {...STILL}
      />
      {previousVersion !== undefined && (
        <Line dataKey="previous" stroke="var(--kz-ink-soft)" strokeDasharray="5 3" {...STILL} />
      )}
      {showsEngine && (
        <Line dataKey="engineMean" stroke="var(--kz-forecast)" strokeDasharray="1 3" {...STILL} />
      )}
      <Line dataKey="mean" stroke="var(--kz-forecast)" strokeWidth={2} {...STILL} />
      <Line dataKey="actual" stroke="var(--kz-actual)" strokeWidth={1.5} {...STILL} />
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
