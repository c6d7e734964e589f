import { type PointerEvent, type ReactElement, useId } from 'react'

import { ScrollBox } from '../../components/scroll-box.tsx'
import { CHART_GUTTER_PX } from '../../components/time-axis/chart-gutter.ts'
import { TimeAxis } from '../../components/time-axis/time-axis.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../lib/time-scale.ts'
import { valueTicks } from '../../lib/value-ticks.ts'
import type { RequiredPeople } from './requirement-model.ts'

import styles from './requirement-chart.module.css'

interface Span {
  readonly startMs: number
  readonly endMs: number
}

interface RequirementChartProps {
  readonly scale: TimeScale
  /** In order of time, without overlaps. */
  readonly points: readonly RequiredPeople[]
  /** When nobody is served. */
  readonly closed: readonly Span[]
  /** The chart in words. */
  readonly summary: string
  /** The interval whose details are open. */
  readonly openedMs: number | null
  readonly onOpen?: ((startMs: number) => void) | undefined
}

const PLOT_PX = 220
const TOP_PX = 8
/** Half of the lowest number. */
const BOTTOM_PX = 6

/** People asked for: a line for those on line, and behind it those on the schedule. */
export function RequirementChart(props: RequirementChartProps): ReactElement {
  const { scale, points, closed, summary, openedMs, onOpen } = props
  const t = useTranslate()
  const format = useFormat()
  const ticks = valueTicks(Math.max(1, ...points.map(({ rostered }) => rostered)))
  const y = (people: number): number => TOP_PX + PLOT_PX * (1 - people / (ticks.at(-1) ?? 1))
  const open = (event: PointerEvent<SVGSVGElement>): void => {
    const leftPx = event.currentTarget.getBoundingClientRect().left + CHART_GUTTER_PX
    const ms = scale.startMs + ((event.clientX - leftPx) / scale.hourWidthPx) * 3_600_000
    const point = points.find(({ startMs, endMs }) => startMs <= ms && ms < endMs)
    if (point !== undefined) onOpen?.(point.startMs)
  }
  return (
    <figure className={styles['figure']} aria-label={summary}>
      <ul className={styles['legend']}>
        <li data-sample="agents">{t('requirement.agents')}</li>
        <li data-sample="rostered">{t('requirement.rosteredWithShrinkage')}</li>
        {closed.length > 0 && <li data-sample="closed">{t('requirement.closed')}</li>}
      </ul>
      <ScrollBox className={styles['scroller']} label={t('requirement.question')}>
        <div className={styles['plot']} style={{ width: CHART_GUTTER_PX + scale.widthPx }}>
          <div style={{ marginLeft: CHART_GUTTER_PX }}>
            <TimeAxis scale={scale} />
          </div>
          <svg
            className={styles['svg']}
            width={CHART_GUTTER_PX + scale.widthPx}
            height={TOP_PX + PLOT_PX + BOTTOM_PX}
            aria-hidden
            onPointerUp={open}
          >
            <g transform={`translate(${CHART_GUTTER_PX} 0)`}>
              <Closed scale={scale} spans={closed} />
              {ticks.map((tick) => (
                <g key={tick}>
                  <line className={styles['grid']} x2={scale.widthPx} y1={y(tick)} y2={y(tick)} />
                  <text className={styles['number']} x={-8} y={y(tick) + 4} textAnchor="end">
                    {format.number(tick)}
                  </text>
                </g>
              ))}
              <Steps scale={scale} points={points} y={y} />
              <Opened scale={scale} point={points.find((one) => one.startMs === openedMs)} />
            </g>
          </svg>
        </div>
      </ScrollBox>
    </figure>
  )
}

interface StepsProps {
  readonly scale: TimeScale
  readonly points: readonly RequiredPeople[]
  readonly y: (people: number) => number
}

/** Steps, not slopes: the number of people holds for the whole interval. */
function Steps({ scale, points, y }: StepsProps): ReactElement {
  const steps = points.flatMap((point) => {
    const span = scale.span(point.startMs, point.endMs)
    return span === null ? [] : [{ ...point, ...span }]
  })
  const area = steps
    .filter(({ rostered }) => rostered > 0)
    .map(({ leftPx, widthPx, rostered }) => `M${leftPx} ${y(0)}V${y(rostered)}h${widthPx}V${y(0)}Z`)
    .join('')
  const line = steps
    .map(({ leftPx, widthPx, agents }) => `L${leftPx} ${y(agents)}h${widthPx}`)
    .join('')
    .replace('L', 'M')
  return (
    <>
      <path className={styles['rostered']} d={area} />
      <path className={styles['agents']} d={line} />
    </>
  )
}

interface ClosedProps {
  readonly scale: TimeScale
  readonly spans: readonly Span[]
}

/** Hatched, so that an empty hour is not taken for a quiet one. */
function Closed({ scale, spans }: ClosedProps): ReactElement {
  const pattern = useId()
  return (
    <>
      <pattern id={pattern} width={5} height={5} patternUnits="userSpaceOnUse">
        <path className={styles['hatch']} d="M0 5L5 0" />
      </pattern>
      {spans.map(({ startMs, endMs }) => {
        const span = scale.span(startMs, endMs)
        if (span === null) return null
        return (
          <rect
            key={startMs}
            x={span.leftPx}
            y={TOP_PX}
            width={span.widthPx}
            height={PLOT_PX}
            fill={`url(#${pattern})`}
          />
        )
      })}
    </>
  )
}

interface OpenedProps {
  readonly scale: TimeScale
  readonly point: RequiredPeople | undefined
}

/** Frames the interval that is being explained. */
function Opened({ scale, point }: OpenedProps): ReactElement | null {
  const span = point === undefined ? null : scale.span(point.startMs, point.endMs)
  if (span === null) return null
  return (
    <rect
      className={styles['opened']}
      x={span.leftPx - 2}
      y={TOP_PX}
      width={span.widthPx + 4}
      height={PLOT_PX}
    />
  )
}
