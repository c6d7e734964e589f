import { Skeleton, VisuallyHidden } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './states.module.css'

/** The shape of what will come, so that nothing jumps when it does. */
export type LoadingShape = 'chart' | 'table' | 'form'

const ROWS: Readonly<Record<LoadingShape, number>> = { chart: 1, table: 12, form: 4 }

export function LoadingState({ shape }: { readonly shape: LoadingShape }): ReactElement {
  const t = useTranslate()
  return (
    <output className={styles['loading']} data-shape={shape}>
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      {Array.from({ length: ROWS[shape] }, (_, row) => (
        <Skeleton key={row} height={shape === 'chart' ? 280 : 24} radius={2} />
      ))}
    </output>
  )
}
