import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'

import type { Translate } from '../lib/i18n/translate.ts'

interface UndoToast {
  /** What has been done, in the past tense. */
  readonly message: string
  /** What follows from it, below. */
  readonly note?: ReactNode
  /** What takes it back, where that has a name of its own. */
  readonly undoLabel?: string
  readonly onUndo: () => void
}

/** Long enough to notice and to reach by keyboard. */
const SHOWN_MS = 10_000

/** Says what was done and offers to take it back: instead of asking beforehand. */
export function showUndo(t: Translate, { message, note, undoLabel, onUndo }: UndoToast): void {
  const id = notifications.show({
    autoClose: SHOWN_MS,
    closeButtonProps: { 'aria-label': t('action.close') },
    message: (
      <>
        {message}{' '}
        <Button
          variant="default"
          onClick={() => {
            notifications.hide(id)
            onUndo()
          }}
        >
          {undoLabel ?? t('action.undo')}
        </Button>
        {note}
      </>
    ),
  })
}
