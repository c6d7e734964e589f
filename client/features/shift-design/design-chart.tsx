import { useElementSize } from '@mantine/hooks'
import type { ReactElement } from 'react'
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { valueTicks } from '../../lib/value-ticks.ts'
import type { ShiftDesign } from './use-shift-design.ts'

import chart from '../../components/chart.module.css'

const HEIGHT_PX = 260
const STILL = { activeDot: false, isAnimationActive: false } as const
/** Told apart by the dashes, not by colour. */
const LINES = {
  steps: { stroke: 'var(--kz-actual)', strokeWidth: 2 },
  offered: { stroke: 'var(--kz-ink)', strokeWidth: 1.5, strokeDasharray: '6 4' },
  possible: { stroke: 'var(--kz-ink-soft)', strokeWidth: 1, strokeDasharray: '2 3' },
} as const

/** The cost of the week by the number of kinds, against what today's cost and the least there is. */
export function DesignChart({ design }: { readonly design: ShiftDesign }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { ref, width } = useElementSize()
  const { steps, offered, possible } = design
  const top = Math.max(1, offered.week.cost, ...steps.map(({ cost }) => cost))
  const ticks = valueTicks(top)
  const look = {
    axisLine: { stroke: 'var(--kz-line-strong)' },
    tickLine: false,
    tick: { fontSize: 11, fill: 'var(--kz-ink-soft)' },
  } as const
  return (
    <div>
      <ul className={chart['legend']}>
        {(['steps', 'offered', 'possible'] as const).map((key) => (
          <li key={key}>
            <svg width="24" height="8" aria-hidden>
              <line x1="0" y1="4" x2="24" y2="4" {...LINES[key]} />
            </svg>
            {t(`shiftDesign.line.${key}`)}
          </li>
        ))}
      </ul>
      <div ref={ref}>
        <LineChart
          width={width}
          height={HEIGHT_PX}
          data={[...steps]}
          margin={{ top: 8, right: 24, bottom: 0, left: 0 }}
          accessibilityLayer
          title={t('shiftDesign.steps')}
        >
          <CartesianGrid vertical={false} stroke="var(--kz-grid-line)" />
          <XAxis dataKey="kinds" {...look} />
          <YAxis
            width={56}
            domain={[0, ticks.at(-1) ?? top]}
            ticks={ticks}
            tickFormatter={(value: number) => format.number(value)}
            {...look}
          />
          <ReferenceLine y={offered.week.cost} {...LINES.offered} />
          <ReferenceLine y={possible.week.cost} {...LINES.possible} />
          <Line
            dataKey="cost"
            dot={{ r: 2.5, fill: LINES.steps.stroke }}
            {...LINES.steps}
            {...STILL}
          />
        </LineChart>
      </div>
    </div>
  )
}
