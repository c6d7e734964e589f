import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../../lib/time-scale.ts'
import type { ForecastMark } from '../forecast-model.ts'
import { MARK_LABELS } from './forecast-legend.tsx'

import styles from './forecast-chart.module.css'

interface ForecastMarksProps {
  readonly scale: TimeScale
  readonly marks: readonly ForecastMark[]
}

/** A label is written only where it fits whole; the list below the chart has them all. */
function labelPx(label: string): number {
  return 10 + label.length * 7
}

/** A lane under the axis: each mark stands over the stretch that it explains. */
export function ForecastMarks({ scale, marks }: ForecastMarksProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <div className={styles['marks']} style={{ width: scale.widthPx }}>
      {marks.map((mark) => {
        const span = scale.span(mark.startMs, mark.endMs)
        if (span === null) return null
        const when = format.dateRange(mark.startMs, mark.endMs)
        return (
          <div
            key={`${mark.kind} ${mark.startMs} ${mark.label}`}
            className={styles['mark']}
            data-kind={mark.kind}
            style={{ left: span.leftPx, width: Math.max(span.widthPx, 8) }}
            title={`${t(MARK_LABELS[mark.kind])}, ${when}${mark.label === '' ? '' : `: ${mark.label}`}`}
          >
            {span.widthPx >= labelPx(mark.label) && (
              <span className={styles['markLabel']}>{mark.label}</span>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** The marks in words, for touch and for those who do not see the lane. */
export function MarkList({
  marks,
}: {
  readonly marks: readonly ForecastMark[]
}): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  if (marks.length === 0) return null
  return (
    <ul className={styles['markList']}>
      {marks.map((mark) => (
        <li key={`${mark.kind} ${mark.startMs} ${mark.label}`}>
          <b>{format.dateRange(mark.startMs, mark.endMs)}</b> {t(MARK_LABELS[mark.kind])}
          {mark.label !== '' && `: ${mark.label}`}
        </li>
      ))}
    </ul>
  )
}
