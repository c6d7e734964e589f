import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from '../../components/entries.module.css'

interface EntryButtonsProps {
  /** What the buttons are about, for those who hear them. */
  readonly code: string
  readonly isBusy: boolean
  /** False while something rests on it. */
  readonly canDrop: boolean
  readonly onChange: () => void
  readonly onCopy: () => void
  readonly onDrop: () => void
}

/** What can be done with a kind of shift or a contract. */
export function EntryButtons(props: EntryButtonsProps): ReactElement {
  const { code, isBusy, canDrop, onChange, onCopy, onDrop } = props
  const t = useTranslate()
  const button = (label: string, onClick: () => void): ReactElement => (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`${label}: ${code}`}
      disabled={isBusy}
      onClick={onClick}
    >
      {label}
    </Button>
  )
  return (
    <div className={styles['buttons']}>
      {button(t('rules.change'), onChange)}
      {button(t('workingTime.copy'), onCopy)}
      {canDrop && button(t('workingTime.drop'), onDrop)}
    </div>
  )
}
