import { useElementSize } from '@mantine/hooks'
import { type RefCallback, useMemo, useState } from 'react'

import { useTimeZone } from '../../lib/i18n/locale-context.tsx'
import { createTimeScale, fittingHourWidth, type TimeScale } from '../../lib/time-scale.ts'

interface FittingScaleOptions {
  /** Half-open span to show, epoch milliseconds. */
  readonly startMs: number
  readonly endMs: number
  /** What stands beside the axis in the same box: names, numbers of a vertical axis. */
  readonly besidePx: number
  /** A narrower hour cannot be read: the box scrolls instead. */
  readonly minHourWidthPx: number
}

export interface FittingScale {
  /** Goes on the box whose width is to be filled. */
  readonly ref: RefCallback<HTMLElement>
  readonly scale: TimeScale
  /** Keeps this width until the span changes; the span fills the box until it is called. */
  readonly zoomTo: (hourWidthPx: number) => void
}

/** A scale that fills its box, until the reader zooms. */
export function useFittingScale(options: FittingScaleOptions): FittingScale {
  const { startMs, endMs, besidePx, minHourWidthPx } = options
  const timeZone = useTimeZone()
  const { ref, width } = useElementSize<HTMLElement>()
  const span = `${startMs} ${endMs}`
  const [zoom, setZoom] = useState({ span, hourWidthPx: 0 })
  const isZoomed = zoom.span === span && zoom.hourWidthPx > 0
  const fitting = Math.max(minHourWidthPx, fittingHourWidth(startMs, endMs, width - besidePx))
  const hourWidthPx = isZoomed ? zoom.hourWidthPx : fitting
  const scale = useMemo(
    () => createTimeScale({ startMs, endMs, hourWidthPx, timeZone }),
    [startMs, endMs, hourWidthPx, timeZone],
  )
  return { ref, scale, zoomTo: (next) => setZoom({ span, hourWidthPx: next }) }
}
