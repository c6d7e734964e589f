import { Button, Modal } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { forgetSession, resumeSession, useSessionEnded } from '../../lib/session-end.ts'
import { readSignedIn } from './session-requests.ts'
import { SignInSteps } from './sign-in-steps.tsx'

import styles from './session-end-dialog.module.css'

interface SessionEndDialogProps {
  /** Whose page lies beneath. */
  readonly userId: string
  /** Somebody else has signed in: nothing of the one before may stay. */
  readonly onOther: () => Promise<void>
}

/** The session has ended under a page: signing in again goes on where the reader was, with all that was typed. */
export function SessionEndDialog({ userId, onOther }: SessionEndDialogProps): ReactElement {
  const t = useTranslate()
  const isEnded = useSessionEnded()
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const goOn = async (): Promise<void> => {
    const { id, problem: refusal } = await readSignedIn()
    setProblem(refusal)
    if (id === userId) resumeSession()
    else if (id !== null) await onOther()
  }
  return (
    <Modal
      opened={isEnded}
      // Neither a key nor a press beside it closes what everything waits for.
      onClose={() => undefined}
      withCloseButton={false}
      title={t('session.ended')}
      overlayProps={{ backgroundOpacity: 0.9, blur: 8 }}
      zIndex={1000}
    >
      <p className={styles['note']}>{t('session.ended.hint')}</p>
      {problem !== null && <FailedState problem={problem} />}
      <SignInSteps onSignedIn={goOn} />
      <Button variant="subtle" mt="sm" fullWidth onClick={forgetSession}>
        {t('session.leave')}
      </Button>
    </Modal>
  )
}
