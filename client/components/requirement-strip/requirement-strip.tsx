import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../lib/time-scale.ts'
import { type CoverageCell, coverageCells, type CoverageInterval } from './coverage-cells.ts'
import { numberWidthPx } from './number-width.ts'

import styles from './requirement-strip.module.css'

const CURVE_HEIGHT_PX = 40

interface RequirementStripProps {
  readonly scale: TimeScale
  readonly intervals: readonly CoverageInterval[]
  /** Why is an interval short or over? Given by its first instant; left out where nobody can tell. */
  readonly onAsk?: ((atMs: number) => void) | undefined
}

/**
 * Required, scheduled and their difference under every interval, aligned with the axis. Hidden from
 * screen readers: the page's answer says it in words, and a table beside it says it in full.
 */
export function RequirementStrip(props: RequirementStripProps): ReactElement {
  const { scale, intervals } = props
  const cells = coverageCells(intervals, scale, numberWidthPx(intervals))
  return (
    <div className={styles['strip']} style={{ width: scale.widthPx }} aria-hidden>
      <CoverageCurves scale={scale} intervals={intervals} />
      {cells.map((cell) => (
        <StripCell key={cell.startMs} cell={cell} onAsk={props.onAsk} />
      ))}
    </div>
  )
}

interface StripCellProps {
  readonly cell: CoverageCell
  readonly onAsk: RequirementStripProps['onAsk']
}

/** What a cell asks for and has; where the two differ, a click asks why. */
function StripCell({ cell, onAsk }: StripCellProps): ReactElement {
  const format = useFormat()
  const t = useTranslate()
  const figures = t('strip.cell', {
    when: format.weekdayRange(cell.startMs, cell.endMs),
    required: format.people(cell.required),
    scheduled: format.people(cell.scheduled),
    difference: format.signedPeople(cell.difference),
  })
  const shared = {
    className: styles['cell'],
    'data-tone': toneOf(cell),
    style: { left: cell.leftPx, width: cell.widthPx },
  }
  const numbers = (
    <>
      <span>{format.people(cell.required)}</span>
      <span>{format.people(cell.scheduled)}</span>
      <span className={styles['difference']}>{format.signedPeople(cell.difference)}</span>
    </>
  )
  if (onAsk === undefined || cell.difference === 0) {
    return (
      <div {...shared} title={figures}>
        {numbers}
      </div>
    )
  }
  return (
    // Out of the way of the keyboard: the list below leads to the same answers.
    <button
      type="button"
      tabIndex={-1}
      {...shared}
      title={`${figures}. ${t('strip.why')}`}
      onClick={() => onAsk(cell.worstMs)}
    >
      {numbers}
    </button>
  )
}

/** The names of the strip's rows, for the sticky column beside it. */
export function RequirementStripLabels(): ReactElement {
  const t = useTranslate()
  return (
    <div className={styles['labels']} aria-hidden>
      <span>{t('strip.required')}</span>
      <span>{t('strip.scheduled')}</span>
      <span className={styles['difference']}>{t('strip.difference')}</span>
    </div>
  )
}

function toneOf({ difference }: CoverageCell): 'under' | 'over' | 'target' {
  if (difference < 0) return 'under'
  return difference > 0 ? 'over' : 'target'
}

/** Scheduled people as an area, required as a line over it; what is missing between them is red. */
function CoverageCurves({ scale, intervals }: RequirementStripProps): ReactElement {
  const peak = Math.max(1, ...intervals.flatMap(({ required, scheduled }) => [required, scheduled]))
  const y = (people: number): number =>
    CURVE_HEIGHT_PX - Math.round((people / peak) * (CURVE_HEIGHT_PX - 4))
  const shown = intervals.flatMap((interval) => {
    const span = scale.span(interval.startMs, interval.endMs)
    return span === null ? [] : [{ ...interval, ...span }]
  })
  const bars = (of: (i: CoverageInterval) => readonly [from: number, to: number]): string =>
    shown
      .map((interval) => {
        const [from, to] = of(interval)
        if (to <= from) return ''
        const { leftPx, widthPx } = interval
        return `M${leftPx} ${y(from)}V${y(to)}H${leftPx + widthPx}V${y(from)}Z`
      })
      .join('')
  const line = shown
    .map(({ leftPx, widthPx, required }) => `L${leftPx} ${y(required)}H${leftPx + widthPx}`)
    .join('')
    .replace('L', 'M')
  return (
    <svg className={styles['curves']} width={scale.widthPx} height={CURVE_HEIGHT_PX}>
      <path
        className={styles['scheduled']}
        d={bars((i) => [0, Math.min(i.scheduled, i.required)])}
      />
      <path className={styles['over']} d={bars((i) => [i.required, i.scheduled])} />
      <path className={styles['under']} d={bars((i) => [i.scheduled, i.required])} />
      <path className={styles['required']} d={line} />
    </svg>
  )
}
