import { Button, PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, type ReactElement, useState } from 'react'

import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { problemText } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { PASSWORD_LENGTH, type PasswordDraft, passwordFaults } from './password-faults.ts'

import styles from './account.module.css'

const EMPTY: PasswordDraft = { current: '', next: '', again: '' }

/** Changes one's own password; every other session ends. */
export function PasswordForm(): ReactElement {
  const t = useTranslate()
  const [draft, setDraft] = useState(EMPTY)
  const [isChecked, setChecked] = useState(false)
  const change = api.useMutation('post', '/api/v1/me/password', {
    onSuccess: () => {
      setDraft(EMPTY)
      setChecked(false)
      notifications.show({
        message: t('account.password.changed'),
        closeButtonProps: { 'aria-label': t('action.close') },
      })
    },
  })
  useUnsaved(draft !== EMPTY && !change.isPending)
  const faults = isChecked ? passwordFaults(draft) : {}
  const refusal = change.error === null ? null : problemText(change.error, t).text
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (Object.keys(passwordFaults(draft)).length > 0) return
    change.mutate({ body: { currentPassword: draft.current, newPassword: draft.next } })
  }
  const field = (name: keyof PasswordDraft): ReactElement => {
    const fault = faults[name]
    return (
      <PasswordInput
        label={t(`account.password.${name}`)}
        description={name === 'next' ? t('account.password.hint', PASSWORD_LENGTH) : undefined}
        value={draft[name]}
        onChange={(event) => {
          setDraft({ ...draft, [name]: event.currentTarget.value })
          change.reset()
        }}
        error={
          fault === undefined
            ? name === 'current' && refusal
            : t(`account.password.fault.${fault}`, PASSWORD_LENGTH)
        }
        autoComplete={name === 'current' ? 'current-password' : 'new-password'}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
    )
  }
  return (
    <form onSubmit={submit} noValidate className={styles['group']}>
      <h2 className={styles['title']}>{t('account.password')}</h2>
      {field('current')}
      {field('next')}
      {field('again')}
      <div>
        <Button type="submit" loading={change.isPending}>
          {t('account.password.submit')}
        </Button>
      </div>
    </form>
  )
}
