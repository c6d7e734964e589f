import type { ReactElement } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { valueTicks } from '../../../lib/value-ticks.ts'
import type { DrawnMonth } from './outlook-rows.ts'

interface OutlookChartProps {
  readonly months: readonly DrawnMonth[]
  readonly width: number
}

const HEIGHT_PX = 220
const GUTTER_PX = 56
const STILL = { dot: false, activeDot: false, isAnimationActive: false } as const

/** What came and what will, month by month: the band is the doubt, the dashes a scenario. */
export function OutlookChart({ months, width }: OutlookChartProps): ReactElement {
  const format = useFormat()
  const t = useTranslate()
  const top = Math.max(
    1,
    ...months.flatMap(({ came, band, scenario }) => [came ?? 0, band?.[1] ?? 0, scenario ?? 0]),
  )
  const ticks = valueTicks(top)
  const look = { axisLine: { stroke: 'var(--kz-line-strong)' }, tickLine: false } as const
  return (
    <ComposedChart
      width={width}
      height={HEIGHT_PX}
      data={[...months]}
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      accessibilityLayer
      title={t('outlook.chart')}
    >
      <CartesianGrid vertical={false} stroke="var(--kz-grid-line)" />
      <XAxis
        dataKey="month"
        ticks={months.map(({ month }) => month).filter((month) => month.endsWith('-01'))}
        tickFormatter={(month: string) => month.slice(0, 4)}
        tick={{ fontSize: 11, fill: 'var(--kz-ink-soft)' }}
        {...look}
      />
      <YAxis
        width={GUTTER_PX}
        domain={[0, ticks.at(-1) ?? top]}
        ticks={ticks}
        tickFormatter={(value: number) => format.number(value)}
        tick={{ fontSize: 11, fill: 'var(--kz-ink-soft)' }}
        {...look}
      />
      <Area dataKey="band" stroke="none" fill="var(--kz-forecast-band)" {...STILL} />
      <Line dataKey="came" stroke="var(--kz-actual)" strokeWidth={1.5} {...STILL} />
      <Line dataKey="mean" stroke="var(--kz-forecast)" strokeWidth={2} {...STILL} />
      <Line
        dataKey="scenario"
        stroke="var(--kz-forecast)"
        strokeWidth={2}
        strokeDasharray="5 4"
        {...STILL}
      />
    </ComposedChart>
  )
}
