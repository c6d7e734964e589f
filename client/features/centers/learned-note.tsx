import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Learned } from './use-learned.ts'

import styles from './settings.module.css'

interface LearnedNoteProps {
  readonly learned: Learned
  /** What is set now, in the unit of the API. */
  readonly value: number | null
  /** The learned value as people say it, for the button. */
  readonly shown: string
  readonly isReadOnly: boolean
  readonly onTakeOver: (value: number) => void
}

/** What history says beside what is set by hand. Nothing changes until somebody takes it over. */
export function LearnedNote(props: LearnedNoteProps): ReactElement {
  const { learned, value, shown, isReadOnly, onTakeOver } = props
  const t = useTranslate()
  const isSame = learned.value !== null && learned.value === value
  return (
    <p className={styles['learned']}>
      {learned.text} {isSame && t('learned.same')}
      {learned.value !== null && !isSame && !isReadOnly && (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => onTakeOver(learned.value ?? 0)}
          className={styles['takeOver']}
        >
          {t('learned.takeOver', { value: shown })}
        </Button>
      )}
    </p>
  )
}
