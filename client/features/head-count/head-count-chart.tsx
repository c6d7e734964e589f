import { useElementSize } from '@mantine/hooks'
import type { ReactElement } from 'react'
import { CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { valueTicks } from '../../lib/value-ticks.ts'
import type { HeadCountRow } from './head-count-rows.ts'

import chart from '../../components/chart.module.css'

const HEIGHT_PX = 240
const STILL = { dot: false, activeDot: false, isAnimationActive: false, type: 'stepAfter' } as const
const LINES = {
  needed: { stroke: 'var(--kz-forecast)', strokeWidth: 2 },
  with: { stroke: 'var(--kz-actual)', strokeWidth: 2 },
  without: { stroke: 'var(--kz-actual)', strokeWidth: 1.5, strokeDasharray: '5 4' },
} as const

/** What is needed, who would be there, and who will be: a step for each month. */
export function HeadCountChart({ rows }: { readonly rows: readonly HeadCountRow[] }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { ref, width } = useElementSize()
  const top = Math.max(1, ...rows.flatMap((row) => [row.needed, row.with, row.without]))
  const ticks = valueTicks(top)
  const look = {
    axisLine: { stroke: 'var(--kz-line-strong)' },
    tickLine: false,
    tick: { fontSize: 11, fill: 'var(--kz-ink-soft)' },
  } as const
  return (
    <>
      <ul className={chart['legend']}>
        {(['needed', 'with', 'without'] as const).map((key) => (
          <li key={key}>
            <svg width="24" height="8" aria-hidden>
              <line x1="0" y1="4" x2="24" y2="4" {...LINES[key]} />
            </svg>
            {t(`headCount.line.${key}`)}
          </li>
        ))}
      </ul>
      <div ref={ref}>
        <ComposedChart
          width={width}
          height={HEIGHT_PX}
          data={[...rows]}
          margin={{ top: 8, right: 24, bottom: 0, left: 0 }}
          accessibilityLayer
          title={t('headCount.chart')}
        >
          <CartesianGrid vertical={false} stroke="var(--kz-grid-line)" />
          <XAxis dataKey="month" tickFormatter={shortMonth} {...look} />
          <YAxis
            width={48}
            domain={[0, ticks.at(-1) ?? top]}
            ticks={ticks}
            tickFormatter={(value: number) => format.number(value)}
            {...look}
          />
          <Line dataKey="needed" {...LINES.needed} {...STILL} />
          <Line dataKey="without" {...LINES.without} {...STILL} />
          <Line dataKey="with" {...LINES.with} {...STILL} />
        </ComposedChart>
      </div>
    </>
  )
}

/** `03.2027`: short enough for a phone, the same in every language. */
function shortMonth(month: string): string {
  return `${month.slice(5)}.${month.slice(0, 4)}`
}
