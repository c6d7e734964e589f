import { useElementSize } from '@mantine/hooks'
import type { ReactElement } from 'react'
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import type { Survey } from './use-surveys.ts'

import chart from '../../components/chart.module.css'
import styles from './surveys.module.css'

const HEIGHT_PX = 200
const STILL = { isAnimationActive: false, activeDot: false } as const
/** Told apart by the dashes, not by colour. */
const LINES = {
  satisfaction: { stroke: 'var(--kz-actual)', strokeWidth: 2 },
  experience: { stroke: 'var(--kz-actual)', strokeWidth: 2, strokeDasharray: '5 4' },
} as const
const PERCENT_TICKS = [0, 0.25, 0.5, 0.75, 1]

type TrendPoint = { readonly opensOn: string } & Readonly<Record<string, number | string>>

/** The favourable share of both factors from survey to survey; shown from two on. */
export function SurveyTrend({
  surveys,
}: {
  readonly surveys: readonly Survey[]
}): ReactElement | null {
  const t = useTranslate()
  const points = surveys.flatMap(trendPoint).toReversed()
  if (points.length < 2) return null
  return (
    <section className={styles['section']} aria-label={t('surveys.trend')}>
      <h2 className={styles['title']}>{t('surveys.trend')}</h2>
      <ul className={chart['legend']}>
        {(['satisfaction', 'experience'] as const).map((factor) => (
          <li key={factor}>
            <svg width="24" height="8" aria-hidden>
              <line x1="0" y1="4" x2="24" y2="4" {...LINES[factor]} />
            </svg>
            {t(`surveys.short.${factor}`)}
          </li>
        ))}
      </ul>
      <TrendChart points={points} />
    </section>
  )
}

function trendPoint({ opensOn, results }: Survey): TrendPoint[] {
  if (results === null) return []
  const shares = results.factors.map(({ factor, favourable }) => [factor, favourable] as const)
  return [{ opensOn, ...Object.fromEntries(shares) }]
}

function TrendChart({ points }: { readonly points: readonly TrendPoint[] }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  const { ref, width } = useElementSize()
  const look = {
    axisLine: { stroke: 'var(--kz-line-strong)' },
    tickLine: false,
    tick: { fontSize: 11, fill: 'var(--kz-ink-soft)' },
  } as const
  return (
    <div ref={ref}>
      <LineChart
        width={width}
        height={HEIGHT_PX}
        data={[...points]}
        margin={{ top: 8, right: 48, bottom: 0, left: 0 }}
        accessibilityLayer
        title={t('surveys.trend')}
      >
        <CartesianGrid vertical={false} stroke="var(--kz-grid-line)" />
        <XAxis dataKey="opensOn" tickFormatter={(on: string) => date(on)} {...look} />
        <YAxis
          width={56}
          domain={[0, 1]}
          ticks={PERCENT_TICKS}
          tickFormatter={(share: number) => format.percent(share)}
          {...look}
        />
        <Line dataKey="satisfaction" {...LINES.satisfaction} {...STILL} />
        <Line dataKey="experience" {...LINES.experience} {...STILL} />
      </LineChart>
    </div>
  )
}
