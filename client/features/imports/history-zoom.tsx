import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import {
  HISTORY_ZOOMS,
  type HistoryFrame,
  type HistorySpan,
  panBy,
  zoomOf,
  zoomTo,
} from './history-view.ts'

import styles from './history-chart.module.css'

interface HistoryZoomProps {
  readonly frame: HistoryFrame
  readonly onChange: (view: HistorySpan) => void
}

/** How much is in view, and the way to what lies before and after it. */
export function HistoryZoomControl({ frame, onChange }: HistoryZoomProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { view, whole } = frame
  return (
    <div className={styles['zoom']}>
      <SegmentedControl
        aria-label={t('history.zoom')}
        data={HISTORY_ZOOMS.map((value) => ({ value, label: t(`history.zoom.${value}`) }))}
        // A stretch that was picked by hand is none of them.
        value={zoomOf(view, whole) ?? ''}
        onChange={(value) => {
          const zoom = HISTORY_ZOOMS.find((one) => one === value)
          if (zoom !== undefined) onChange(zoomTo(zoom, frame))
        }}
      />
      <span>
        <ActionIcon
          aria-label={t('history.earlier')}
          disabled={view.startMs <= whole.startMs}
          onClick={() => onChange(panBy(-1, frame))}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={t('history.later')}
          disabled={view.endMs >= whole.endMs}
          onClick={() => onChange(panBy(1, frame))}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </span>
      <output className={styles['shown']}>{stretchText(view.startMs, view.endMs, format)}</output>
    </div>
  )
}
