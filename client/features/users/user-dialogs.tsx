import { Button, Group, Modal } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { CopyButton } from '../../components/copy-button.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { Refusal } from './refusal.tsx'
import type { NewPassword } from './use-users.ts'

import styles from './users.module.css'

interface PasswordDialogProps {
  /** Null while none is to be shown. */
  readonly made: NewPassword | null
  readonly onClose: () => void
}

/** The one time that a password is seen. It closes by its button alone: a slip would lose it. */
export function PasswordDialog({ made, onClose }: PasswordDialogProps): ReactElement {
  const t = useTranslate()
  return (
    <Modal
      opened={made !== null}
      onClose={onClose}
      title={t('users.password.title', { name: made?.user.name ?? '' })}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      {made !== null && (
        <>
          <p>{t('users.password.once')}</p>
          <dl className={styles['secret']}>
            <dt>{t('users.email')}</dt>
            <dd>{made.user.email}</dd>
            <dt>{t('signIn.password')}</dt>
            <dd>
              <code>{made.password}</code>
            </dd>
          </dl>
          <Group gap="xs">
            <CopyButton text={made.password} label={t('users.password.copy')} />
            <Button onClick={onClose}>{t('users.password.done')}</Button>
          </Group>
        </>
      )}
    </Modal>
  )
}

interface ConfirmDialogProps {
  /** What is asked; null while nothing is. */
  readonly question: { readonly title: string; readonly text: string; readonly yes: string } | null
  /** @returns why it could not be done */
  readonly onYes: () => Promise<ProblemView | null>
  readonly onClose: () => void
}

/** Asks before what cannot be taken back. */
export function ConfirmDialog({ question, onYes, onClose }: ConfirmDialogProps): ReactElement {
  const t = useTranslate()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const close = (): void => {
    setProblem(null)
    onClose()
  }
  const confirm = async (): Promise<void> => {
    setBusy(true)
    const refusal = await onYes()
    setBusy(false)
    setProblem(refusal)
    if (refusal === null) onClose()
  }
  return (
    <Modal
      opened={question !== null}
      onClose={close}
      title={question?.title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <p>{question?.text}</p>
      {problem !== null && <Refusal problem={problem} />}
      <Group gap="xs">
        <Button onClick={() => void confirm()} loading={isBusy}>
          {question?.yes}
        </Button>
        <Button variant="default" onClick={close} data-autofocus>
          {t('action.cancel')}
        </Button>
      </Group>
    </Modal>
  )
}
