import { type ReactElement, useId, useState } from 'react'
import { CartesianGrid, ComposedChart, Line, ReferenceArea, Tooltip, XAxis, YAxis } from 'recharts'

import { localFields } from '../../lib/centre-time.ts'
import type { Format } from '../../lib/i18n/format.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import { type HistoryMark, marksWithin } from './history-marks.ts'
import type { HistoryPoint } from './history-points.ts'
import { axisTicks, type HistorySpan, stepOf } from './history-view.ts'

import styles from './history-chart.module.css'

interface HistoryCurveProps {
  readonly points: readonly HistoryPoint[]
  /** Those in view. */
  readonly marks: readonly HistoryMark[]
  readonly view: HistorySpan
  readonly width: number
  readonly onPick: (aMs: number, bMs: number) => void
}

const HEIGHT_PX = 260
/** Room for the numbers of the vertical axis. */
export const GUTTER_PX = 48
export const RIGHT_PX = 12
/** A date such as `15 сентября` with room around it. */
const TICK_PX = 110

/** The line of contacts; a stretch of it is picked by dragging. */
export function HistoryCurve({
  points,
  marks,
  view,
  width,
  onPick,
}: HistoryCurveProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const hatch = useId()
  const { picked, handlers } = usePick(onPick)
  const axis = useTimeAxis(view, width - GUTTER_PX - RIGHT_PX)
  return (
    <ComposedChart
      width={width}
      height={HEIGHT_PX}
      data={points.map((point) => ({ ...point, middleMs: middleOf(point) }))}
      margin={{ top: 6, right: RIGHT_PX, bottom: 0, left: 0 }}
      accessibilityLayer
      {...handlers}
    >
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" stroke="var(--kz-target)" strokeWidth={1} />
        </pattern>
      </defs>
      <CartesianGrid vertical={false} stroke="var(--kz-grid-line)" />
      <XAxis type="number" dataKey="middleMs" {...axis} />
      <YAxis
        width={GUTTER_PX}
        allowDecimals={false}
        axisLine={false}
        tickLine={false}
        tick={{ fontSize: 11, fill: 'var(--kz-ink-faint)' }}
        tickFormatter={(value: number) => format.number(value)}
      />
      {markAreas(marks, view, hatch)}
      {picked !== null && <PickedArea picked={picked} />}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--kz-ink)', strokeWidth: 1 }}
        content={({ active, payload }) => {
          const point: unknown = payload[0]?.payload
          return active && isPoint(point) ? <PointCard point={point} marks={marks} /> : null
        }}
      />
      <Line
        name={t('history.offered')}
        dataKey="offered"
        type="linear"
        stroke="var(--kz-actual)"
        strokeWidth={points.length > 400 ? 1 : 1.5}
        dot={false}
        activeDot={{ r: 3, fill: 'var(--kz-actual)' }}
        isAnimationActive={false}
        connectNulls={false}
      />
    </ComposedChart>
  )
}

/** Where the marks of time stand, and what they say. */
function useTimeAxis(view: HistorySpan, plotPx: number) {
  const format = useFormat()
  const timeZone = useTimeZone()
  const ticks = axisTicks(view, timeZone, Math.floor(plotPx / TICK_PX)).filter(
    // The words of a mark stand to its right, where there must be room for them.
    (ms) => ((view.endMs - ms) / (view.endMs - view.startMs)) * plotPx > TICK_PX * 0.8,
  )
  return {
    domain: [view.startMs, view.endMs],
    allowDataOverflow: true,
    ticks,
    interval: 0,
    axisLine: { stroke: 'var(--kz-line-strong)' },
    tickLine: { stroke: 'var(--kz-line-strong)' },
    tick: { fontSize: 11, fill: 'var(--kz-ink-soft)', textAnchor: 'start' as const },
    tickFormatter: (ms: number, at: number) =>
      tickText(ms, ticks[at - 1], { view, format, timeZone }),
  }
}

type Picked = readonly [fromMs: number, toMs: number]

/** What is being dragged over, and the handlers that follow it. */
function usePick(onPick: (aMs: number, bMs: number) => void) {
  const [picked, setPicked] = useState<Picked | null>(null)
  const instant = ({ activeLabel }: { readonly activeLabel?: string | number | undefined }) =>
    activeLabel === undefined ? null : Number(activeLabel)
  const handlers = {
    onMouseDown: (state: Parameters<typeof instant>[0]) => {
      const ms = instant(state)
      if (ms !== null) setPicked([ms, ms])
    },
    onMouseMove: (state: Parameters<typeof instant>[0]) => {
      const ms = instant(state)
      if (picked !== null && ms !== null) setPicked([picked[0], ms])
    },
    onMouseUp: () => {
      if (picked !== null && picked[0] !== picked[1]) onPick(...picked)
      setPicked(null)
    },
    onMouseLeave: () => setPicked(null),
  }
  return { picked, handlers }
}

function PickedArea({ picked }: { readonly picked: Picked }): ReactElement {
  return (
    <ReferenceArea
      x1={picked[0]}
      x2={picked[1]}
      fill="var(--kz-ink)"
      fillOpacity={0.12}
      stroke="var(--kz-ink)"
    />
  )
}

function markAreas(
  marks: readonly HistoryMark[],
  view: HistorySpan,
  hatch: string,
): ReactElement[] {
  return marks.map(({ kind, startMs, endMs, label }) => (
    <ReferenceArea
      key={`${kind} ${startMs} ${label}`}
      x1={Math.max(startMs, view.startMs)}
      x2={Math.min(endMs, view.endMs)}
      stroke="none"
      fill={kind === 'holiday' ? 'var(--kz-target-soft)' : `url(#${hatch})`}
      fillOpacity={kind === 'holiday' ? 0.7 : kind === 'event' ? 0.4 : 1}
    />
  ))
}

function middleOf({ startMs, endMs }: HistoryPoint): number {
  return (startMs + endMs) / 2
}

interface TickFrame {
  readonly view: HistorySpan
  readonly format: Format
  readonly timeZone: string
}

/** The year is said at the first mark and wherever it is another than at the mark before. */
function tickText(ms: number, beforeMs: number | undefined, frame: TickFrame): string {
  const { view, format, timeZone } = frame
  if (view.endMs - view.startMs <= 2 * 86_400_000) return format.time(ms)
  if (stepOf(view) === 'interval') return format.shortDay(ms)
  const year = (at: number): number => localFields(at, timeZone).year
  return beforeMs === undefined || year(beforeMs) !== year(ms)
    ? format.fullDate(ms)
    : format.date(ms)
}

function isPoint(value: unknown): value is HistoryPoint {
  return typeof value === 'object' && value !== null && 'abandonShare' in value
}

interface PointCardProps {
  readonly point: HistoryPoint
  readonly marks: readonly HistoryMark[]
}

function PointCard({ point, marks }: PointCardProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const { startMs, endMs, offered, abandonShare, ahtSeconds, asaSeconds } = point
  if (offered === null) return null
  const known = [
    [t('history.offered'), format.number(offered)],
    [t('history.abandoned'), abandonShare === null ? null : format.percent(abandonShare)],
    [t('history.handleTime'), ahtSeconds === null ? null : format.seconds(ahtSeconds)],
    [t('history.wait'), asaSeconds === null ? null : format.seconds(asaSeconds)],
  ] as const
  return (
    <div className={styles['card']}>
      <strong>{stretchText(startMs, endMs, format)}</strong>
      {known.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            {name}: {value}
          </div>
        ),
      )}
      {marksWithin(marks, point).map(({ kind, startMs: at, label }) => (
        <div key={`${kind} ${at} ${label}`} className={styles['cardMark']}>
          {label === '' ? t(`history.mark.${kind}`) : label}
        </div>
      ))}
    </div>
  )
}
