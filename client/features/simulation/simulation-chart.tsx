import type { ReactElement } from 'react'
import { Area, ComposedChart, Line, ReferenceLine, Tooltip } from 'recharts'

import { ScrollBox } from '../../components/scroll-box.tsx'
import { CHART_GUTTER_PX } from '../../components/time-axis/chart-gutter.ts'
import { TimeAxis } from '../../components/time-axis/time-axis.tsx'
import { TimeGrid } from '../../components/time-axis/time-grid.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../lib/time-scale.ts'
import type { Measure, SimulatedInterval, Spread } from './simulation-model.ts'
import { percentText, secondsText } from './simulation-text.ts'

import styles from './simulation.module.css'

interface SimulationChartProps {
  readonly scale: TimeScale
  readonly rows: readonly SimulatedInterval[]
  readonly measure: Measure
  /** What is promised of the measure; null where nothing is. */
  readonly target: number | null
  /** The chart in words. */
  readonly summary: string
}

const HEIGHT_PX = 220
const STILL = { dot: false, activeDot: false, isAnimationActive: false } as const

interface DrawnInterval extends SimulatedInterval {
  readonly middleMs: number
  readonly middle: number | null
  readonly band: readonly [low: number, high: number] | null
}

/** One measure by interval: the middle run, and the band that holds eight runs in ten. */
export function SimulationChart(props: SimulationChartProps): ReactElement {
  const { scale, measure, target, summary } = props
  const t = useTranslate()
  return (
    <figure className={styles['chart']} aria-label={summary}>
      <ul className={styles['legend']}>
        <li className={styles['unit']}>{t(`simulation.unit.${measure}`)}</li>
        <li data-sample="middle">{t('simulation.median')}</li>
        <li data-sample="band">{t('simulation.band')}</li>
        {target !== null && <li data-sample="target">{t('simulation.promise')}</li>}
      </ul>
      <ScrollBox className={styles['scroller']} label={t('simulation.title')}>
        <div className={styles['plot']} style={{ width: CHART_GUTTER_PX + scale.widthPx }}>
          <div style={{ marginLeft: CHART_GUTTER_PX }}>
            <TimeAxis scale={scale} />
          </div>
          <Curves {...props} />
        </div>
      </ScrollBox>
    </figure>
  )
}

function Curves({ scale, rows, measure, target }: SimulationChartProps): ReactElement {
  const format = useFormat()
  const isShare = measure !== 'asaSeconds'
  return (
    <ComposedChart
      width={CHART_GUTTER_PX + scale.widthPx}
      height={HEIGHT_PX}
      data={withGaps(rows.map((row) => drawn(row, measure)))}
      margin={{ top: 8, right: 0, bottom: 6, left: 0 }}
      accessibilityLayer
    >
      <TimeGrid
        scale={scale}
        numberText={(value) => format.number(isShare ? value * 100 : value)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--kz-ink)', strokeWidth: 1 }}
        content={({ active, payload }) => {
          const row: unknown = payload[0]?.payload
          return active && isDrawn(row) ? <IntervalCard row={row} /> : null
        }}
      />
      <Area
        dataKey="band"
        stroke="none"
        fill="var(--kz-forecast-band)"
        fillOpacity={1}
        {...STILL}
      />
      <Line dataKey="middle" stroke="var(--kz-forecast)" strokeWidth={2} {...STILL} />
      {target !== null && (
        <ReferenceLine
          y={target}
          ifOverflow="extendDomain"
          stroke="var(--kz-ink)"
          strokeDasharray="4 3"
        />
      )}
    </ComposedChart>
  )
}

function drawn(row: SimulatedInterval, measure: Measure): DrawnInterval {
  const { p10, p50, p90 } = row[measure]
  return {
    ...row,
    middleMs: (row.startMs + row.endMs) / 2,
    middle: p50,
    band: p10 === null || p90 === null ? null : [p10, p90],
  }
}

/** A line over closed hours would tell of callers who are not there. */
function withGaps(rows: readonly DrawnInterval[]): (DrawnInterval | { middleMs: number })[] {
  return rows.flatMap((row, at) => {
    const next = rows[at + 1]
    return next === undefined || next.startMs === row.endMs ? [row] : [row, { middleMs: row.endMs }]
  })
}

function isDrawn(value: unknown): value is DrawnInterval {
  return typeof value === 'object' && value !== null && 'band' in value
}

function IntervalCard({ row }: { readonly row: DrawnInterval }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const facts: readonly (readonly [name: string, value: string])[] = [
    [t('requirement.contacts'), countText(row.offered)],
    [t('requirement.asa'), secondsText(row.asaSeconds, { t, format })],
    [t('requirement.abandonShare'), percentText(row.abandonShare, { t, format })],
    [t('requirement.occupancy'), percentText(row.occupancy, { t, format })],
  ]
  return (
    <div className={styles['card']}>
      <strong>{format.weekdayRange(row.startMs, row.endMs)}</strong>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )

  function countText({ mean, p10, p90 }: Spread): string {
    return format.withDoubt(mean ?? 0, p10 ?? 0, p90 ?? 0)
  }
}
