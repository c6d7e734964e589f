import { useElementSize } from '@mantine/hooks'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { GUTTER_PX, HistoryCurve, RIGHT_PX } from './history-curve.tsx'
import { HistoryLanes } from './history-lanes.tsx'
import { type HistoryMark, MARK_KINDS, marksWithin } from './history-marks.ts'
import type { HistoryPoint } from './history-points.ts'
import type { HistorySpan } from './history-view.ts'

import styles from './history-chart.module.css'

interface HistoryChartProps {
  readonly points: readonly HistoryPoint[]
  readonly marks: readonly HistoryMark[]
  readonly view: HistorySpan
  /** What a number on the chart counts. */
  readonly unit: string
  /** The chart in words. */
  readonly summary: string
  /** A stretch was picked with the pointer. */
  readonly onPick: (aMs: number, bMs: number) => void
}

/** What came, day by day or interval by interval, and what is known of those days. */
export function HistoryChart(props: HistoryChartProps): ReactElement {
  const { view, marks, unit, summary } = props
  const t = useTranslate()
  const { ref, width } = useElementSize()
  const seen = marksWithin(marks, view)
  const kinds = MARK_KINDS.filter((kind) => seen.some((mark) => mark.kind === kind))
  return (
    <figure className={styles['figure']} aria-label={summary}>
      <ul className={styles['legend']}>
        <li className={styles['unit']}>{unit}</li>
        {kinds.map((kind) => (
          <li key={kind} data-sample={kind}>
            {t(`history.mark.${kind}`)}
          </li>
        ))}
      </ul>
      <div ref={ref} className={styles['plot']}>
        <div style={{ marginLeft: GUTTER_PX, marginRight: RIGHT_PX }}>
          <HistoryLanes view={view} marks={seen} />
        </div>
        {width > 0 && <HistoryCurve {...props} marks={seen} width={width} />}
      </div>
    </figure>
  )
}
