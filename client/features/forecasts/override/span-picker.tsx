import { type PointerEvent, type ReactElement, type ReactNode, useState } from 'react'

import type { TimeScale } from '../../../lib/time-scale.ts'

import styles from '../chart/forecast-chart.module.css'

/** Half-open, on whole intervals, epoch milliseconds. */
export interface PickedSpan {
  readonly startMs: number
  readonly endMs: number
}

interface SpanPickerProps {
  readonly scale: TimeScale
  /** Where the scale begins in the chart. */
  readonly leftPx: number
  readonly stepMs: number
  readonly picked: PickedSpan | null
  readonly onPick?: ((span: PickedSpan | null) => void) | undefined
  /** The chart: it keeps its own hovering. */
  readonly children: ReactNode
}

/** Nearer than this a press is a click, which lets go of the span. */
const DRAG_MIN_PX = 4

/**
 * A span is picked by dragging over the chart with a mouse. A finger scrolls the chart, so that on
 * touch, as by keyboard, the span is typed into the form.
 */
export function SpanPicker(props: SpanPickerProps): ReactElement {
  const { scale, leftPx, stepMs, picked, onPick, children } = props
  const [drag, setDrag] = useState<{ readonly fromPx: number; readonly toPx: number } | null>(null)
  const xOf = (event: PointerEvent<HTMLElement>): number =>
    event.clientX - event.currentTarget.getBoundingClientRect().left - leftPx
  const isDrag = drag !== null && Math.abs(drag.toPx - drag.fromPx) >= DRAG_MIN_PX
  const span = isDrag ? snapSpan(drag, scale, stepMs) : picked
  const shown = span === null ? null : scale.span(span.startMs, span.endMs)
  return (
    <div
      role="presentation"
      className={styles['curves']}
      onPointerDown={(event) => {
        if (onPick === undefined || event.pointerType !== 'mouse' || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ fromPx: xOf(event), toPx: xOf(event) })
      }}
      onPointerMove={(event) => {
        if (drag !== null) setDrag({ ...drag, toPx: xOf(event) })
      }}
      onPointerUp={() => {
        if (drag === null) return
        onPick?.(isDrag ? snapSpan(drag, scale, stepMs) : null)
        setDrag(null)
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {children}
      {shown !== null && (
        <div
          className={styles['picked']}
          style={{ left: leftPx + shown.leftPx, width: shown.widthPx }}
        />
      )}
    </div>
  )
}

/** The whole intervals that a drag touches, cut at the ends of the scale. */
function snapSpan(
  { fromPx, toPx }: { readonly fromPx: number; readonly toPx: number },
  scale: TimeScale,
  stepMs: number,
): PickedSpan {
  const intervalAt = (px: number): number =>
    Math.floor(((px / scale.hourWidthPx) * 3_600_000) / stepMs)
  const count = (scale.endMs - scale.startMs) / stepMs
  const first = Math.min(Math.max(intervalAt(Math.min(fromPx, toPx)), 0), count - 1)
  const last = Math.min(Math.max(intervalAt(Math.max(fromPx, toPx)), first), count - 1)
  return {
    startMs: scale.startMs + first * stepMs,
    endMs: scale.startMs + (last + 1) * stepMs,
  }
}
