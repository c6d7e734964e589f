import { UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import type { HistoryMark } from './history-marks.ts'

import styles from './history-chart.module.css'

/** More than this are counted, not listed. */
const LISTED = 9

interface HistoryMarkListProps {
  /** Those in view. */
  readonly marks: readonly HistoryMark[]
  readonly onShow: (mark: HistoryMark) => void
}

/** What can spoil a forecast, in words, each a way to its place on the chart. */
export function HistoryMarkList({ marks, onShow }: HistoryMarkListProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const spoiling = marks.filter(({ kind }) => kind === 'gap' || kind === 'outage')
  if (spoiling.length === 0) return null
  return (
    <ul className={styles['list']}>
      {spoiling.slice(0, LISTED).map((mark) => (
        <li key={`${mark.kind} ${mark.startMs}`}>
          <span>{mark.label === '' ? t(`history.mark.${mark.kind}`) : mark.label}: </span>
          <UnstyledButton onClick={() => onShow(mark)}>
            {stretchText(mark.startMs, mark.endMs, format)}
          </UnstyledButton>
        </li>
      ))}
      {spoiling.length > LISTED && (
        <li>{t('finding.more', { count: spoiling.length - LISTED })}</li>
      )}
    </ul>
  )
}
