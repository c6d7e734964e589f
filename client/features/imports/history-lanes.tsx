import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import { type HistoryMark, MARK_KINDS } from './history-marks.ts'
import type { HistorySpan } from './history-view.ts'

import styles from './history-chart.module.css'

interface HistoryLanesProps {
  readonly view: HistorySpan
  readonly marks: readonly HistoryMark[]
}

/** One lane a kind over the chart: an hour among years would not be seen in the chart itself. */
export function HistoryLanes({ view, marks }: HistoryLanesProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const share = (ms: number): number =>
    (Math.min(Math.max(ms, view.startMs), view.endMs) - view.startMs) / (view.endMs - view.startMs)
  return (
    <>
      {MARK_KINDS.map((kind) => {
        const ofKind = marks.filter((mark) => mark.kind === kind)
        if (ofKind.length === 0) return null
        return (
          <div key={kind} className={styles['lane']}>
            {ofKind.map(({ startMs, endMs, label }) => (
              <span
                key={`${startMs} ${label}`}
                className={styles['mark']}
                data-kind={kind}
                style={{
                  left: `${share(startMs) * 100}%`,
                  width: `${(share(endMs) - share(startMs)) * 100}%`,
                }}
                title={`${t(`history.mark.${kind}`)}: ${[label, stretchText(startMs, endMs, format)].filter(Boolean).join(', ')}`}
              />
            ))}
          </div>
        )
      })}
    </>
  )
}
