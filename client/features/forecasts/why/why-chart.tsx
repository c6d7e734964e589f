import type { ReactElement } from 'react'
import { Bar, BarChart, CartesianGrid, LabelList, ReferenceLine, XAxis, YAxis } from 'recharts'

import type { Format } from '../../../lib/i18n/format.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { whyTicks, type WhyStep } from './why-steps.ts'

interface WhyChartProps {
  readonly steps: readonly WhyStep[]
  readonly labelOf: (step: WhyStep) => string
  /** What came; null while it is not known. */
  readonly actual: number | null
  readonly width: number
}

const ROW_PX = 28
const AXIS_PX = 26
/** Room for `−1 204` right of the longest bar. */
const VALUE_PX = 56

/** From an ordinary day to the forecast, part by part, downwards: names stand where they can be read. */
export function WhyChart({ steps, labelOf, actual, width }: WhyChartProps): ReactElement {
  const format = useFormat()
  const t = useTranslate()
  const ticks = whyTicks(steps, actual === null ? [] : [actual])
  const startsAt = ticks[0] ?? 0
  const namesPx = Math.min(190, width * 0.4)
  const rows = steps.map((step) => drawn(step, { labelOf, format, startsAt }))
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={rows.length * ROW_PX + AXIS_PX + 8}
      data={rows}
      margin={{ top: 8, right: VALUE_PX, bottom: 0, left: 0 }}
      accessibilityLayer
      title={t('forecast.why.chart')}
    >
      <CartesianGrid horizontal={false} stroke="var(--kz-grid-line)" />
      <XAxis
        type="number"
        domain={[startsAt, ticks.at(-1) ?? 1]}
        ticks={ticks}
        height={AXIS_PX}
        tickFormatter={(value: number) => format.number(value)}
        {...axisLook('var(--kz-ink-soft)')}
      />
      <YAxis
        type="category"
        dataKey="name"
        width={namesPx}
        interval={0}
        {...axisLook('var(--kz-ink)')}
      />
      {actual !== null && (
        <ReferenceLine
          x={actual}
          stroke="var(--kz-actual)"
          strokeWidth={2}
          label={{
            value: t('forecast.actual'),
            position: 'insideTopRight',
            fontSize: 11,
            fill: 'var(--kz-ink)',
          }}
        />
      )}
      <Bar dataKey="range" isAnimationActive={false} barSize={16}>
        <LabelList dataKey="text" position="right" fontSize={12} fill="var(--kz-ink)" />
      </Bar>
    </BarChart>
  )
}

function axisLook(fill: string) {
  return {
    tick: { fontSize: 12, fill },
    axisLine: { stroke: 'var(--kz-line-strong)' },
    tickLine: false,
  } as const
}

/** A whole begins where the axis does; a difference, where the row above ends. */
function drawn(
  step: WhyStep,
  shown: {
    readonly labelOf: (step: WhyStep) => string
    readonly format: Format
    readonly startsAt: number
  },
) {
  const { labelOf, format, startsAt } = shown
  const isWhole = step.kind === 'whole'
  return {
    name: labelOf(step),
    range: [isWhole ? startsAt : step.from, step.to].toSorted((a, b) => a - b),
    text: isWhole ? format.number(step.contacts) : format.signed(step.contacts),
    fill: isWhole ? 'var(--kz-forecast)' : 'var(--kz-forecast-band)',
    stroke: isWhole ? 'none' : 'var(--kz-forecast)',
  }
}
