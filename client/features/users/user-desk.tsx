import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'

import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { type ProblemView, problemText } from '../../lib/problem.ts'
import { type NewPassword, useUserChanges } from './use-users.ts'
import { ConfirmDialog, PasswordDialog } from './user-dialogs.tsx'
import type { User, UserDraft } from './user-draft.ts'
import { UserForm } from './user-form.tsx'
import { UserTable } from './user-table.tsx'

import styles from './users.module.css'

type Asking = { readonly what: 'newPassword' | 'resetTwoFactor'; readonly user: User }

/** The users of the centre, and all that an administrator does with them. */
export function UserDesk({ users }: { readonly users: readonly User[] }): ReactElement {
  const t = useTranslate()
  const { resetPassword, resetTwoFactor, setDisabled } = useUserChanges()
  const [editing, setEditing] = useState<User | 'new' | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [made, setMade] = useState<NewPassword | null>(null)
  const confirm = async (): Promise<ProblemView | null> => {
    if (asking === null) return null
    if (asking.what === 'resetTwoFactor') return resetTwoFactor(asking.user)
    const outcome = await resetPassword(asking.user)
    if (outcome.kind === 'refused') return outcome.problem
    setMade(outcome.value)
    return null
  }
  return (
    <>
      <Button className={styles['add']} onClick={() => setEditing('new')}>
        {t('users.add')}
      </Button>
      <UserTable
        users={users}
        onChange={setEditing}
        onPassword={(user) => setAsking({ what: 'newPassword', user })}
        onTwoFactor={(user) => setAsking({ what: 'resetTwoFactor', user })}
        onDisabled={(user, disabled) =>
          void setDisabled(user, disabled).then((problem) => {
            if (problem !== null) showProblem(problem, t)
          })
        }
      />
      {editing !== null && (
        <UserDialog editing={editing} onPassword={setMade} onClose={() => setEditing(null)} />
      )}
      <ConfirmDialog
        question={
          asking === null
            ? null
            : {
                title: t(`users.${asking.what}`),
                text: t(`users.${asking.what}.ask`, { name: asking.user.name }),
                yes: t(`users.${asking.what}`),
              }
        }
        onYes={confirm}
        onClose={() => setAsking(null)}
      />
      <PasswordDialog made={made} onClose={() => setMade(null)} />
    </>
  )
}

function showProblem(problem: ProblemView, t: Translate): void {
  const { text, nextStep } = problemText(problem, t)
  notifications.show({
    message: `${text}. ${nextStep}`,
    closeButtonProps: { 'aria-label': t('action.close') },
  })
}

interface UserDialogProps {
  readonly editing: User | 'new'
  /** Somebody was added: this is how they sign in. */
  readonly onPassword: (made: NewPassword) => void
  readonly onClose: () => void
}

/** Closes by its buttons alone: a slip would lose what was typed. */
function UserDialog({ editing, onPassword, onClose }: UserDialogProps): ReactElement {
  const { locale, t } = useLocale()
  const { add, change } = useUserChanges()
  const [before] = useState<UserDraft>(() =>
    editing === 'new' ? { name: '', email: '', roles: [], language: locale } : editing,
  )
  const save = async (draft: UserDraft): Promise<ProblemView | null> => {
    if (editing !== 'new') {
      const problem = await change(editing, draft)
      if (problem === null) onClose()
      return problem
    }
    const outcome = await add(draft)
    if (outcome.kind === 'refused') return outcome.problem
    onClose()
    onPassword(outcome.value)
    return null
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(editing === 'new' ? 'users.add' : 'users.change')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <UserForm
        before={before}
        submitLabel={t(editing === 'new' ? 'users.add' : 'action.save')}
        onSubmit={save}
        onCancel={onClose}
      />
    </Modal>
  )
}
