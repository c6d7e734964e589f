import type { ReactElement } from 'react'
import { CartesianGrid, XAxis, YAxis } from 'recharts'

import type { TimeScale } from '../../lib/time-scale.ts'
import { CHART_GUTTER_PX } from './chart-gutter.ts'

interface TimeGridProps {
  readonly scale: TimeScale
  readonly numberText: (value: number) => string
  /** Of the vertical axis. */
  readonly allowDecimals?: boolean
}

/** The lines and numbers behind a chart whose rows have a `middleMs`, under the shared time axis. */
export function TimeGrid({ scale, numberText, allowDecimals = true }: TimeGridProps): ReactElement {
  return (
    <>
      <CartesianGrid
        vertical
        stroke="var(--kz-grid-line)"
        verticalPoints={scale.ticks.map((tick) => CHART_GUTTER_PX + tick.leftPx)}
      />
      <XAxis hide type="number" dataKey="middleMs" domain={[scale.startMs, scale.endMs]} />
      <YAxis
        width={CHART_GUTTER_PX}
        allowDecimals={allowDecimals}
        axisLine={false}
        tickLine={false}
        tick={{ fontSize: 11, fill: 'var(--kz-ink-faint)' }}
        tickFormatter={numberText}
      />
    </>
  )
}
