import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { type Locale, LOCALES } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { Refusal } from './refusal.tsx'
import { ROLES, type Role, type UserDraft, userFaults } from './user-draft.ts'

import styles from './users.module.css'

interface UserFormProps {
  readonly before: UserDraft
  readonly submitLabel: string
  /** @returns why it was refused */
  readonly onSubmit: (draft: UserDraft) => Promise<ProblemView | null>
  readonly onCancel: () => void
}

/** Who somebody is, and what they may do. */
export function UserForm(props: UserFormProps): ReactElement {
  const { before, submitLabel, onSubmit, onCancel } = props
  const t = useTranslate()
  const [draft, setDraft] = useState(before)
  const [isChecked, setChecked] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [isBusy, setBusy] = useState(false)
  useUnsaved(draft !== before && !isBusy)
  const faults = isChecked ? userFaults(draft) : []
  const change = (part: Partial<UserDraft>): void => {
    setDraft({ ...draft, ...part })
    setProblem(null)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (userFaults(draft).length > 0) return
    setBusy(true)
    void onSubmit(draft).then((refusal) => {
      setBusy(false)
      setProblem(refusal)
    })
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']}>
      <TextInput
        label={t('users.name')}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={faults.includes('name') && t('users.fault.name')}
        autoComplete="off"
        data-autofocus
      />
      <TextInput
        label={t('users.email')}
        description={t('users.email.hint')}
        type="email"
        value={draft.email}
        onChange={(event) => change({ email: event.currentTarget.value })}
        error={faults.includes('email') && t('users.fault.email')}
        autoComplete="off"
      />
      <RoleFields
        roles={draft.roles}
        isMissing={faults.includes('roles')}
        onChange={(roles) => change({ roles })}
      />
      <NativeSelect
        label={t('account.language')}
        value={draft.language}
        data={LOCALES.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={({ currentTarget }) => change({ language: localeOf(currentTarget.value) })}
      />
      {problem !== null && <Refusal problem={problem} />}
      <FormActions submitLabel={submitLabel} isBusy={isBusy} onCancel={onCancel} />
    </form>
  )
}

interface RoleFieldsProps {
  readonly roles: readonly Role[]
  readonly isMissing: boolean
  readonly onChange: (roles: readonly Role[]) => void
}

function RoleFields({ roles, isMissing, onChange }: RoleFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <fieldset className={styles['roles']}>
      <legend>{t('users.roles')}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          label={t(`role.${role}`)}
          description={t(`role.${role}.may`)}
          checked={roles.includes(role)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? ROLES.filter((one) => one === role || roles.includes(one))
                : roles.filter((one) => one !== role),
            )
          }
        />
      ))}
      {isMissing && (
        <p role="alert" className={styles['fault']}>
          {t('users.fault.roles')}
        </p>
      )}
    </fieldset>
  )
}

function localeOf(text: string): Locale {
  return LOCALES.find(({ id }) => id === text)?.id ?? 'ru'
}
