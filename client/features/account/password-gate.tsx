import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type ProblemView, problemText } from '../../lib/problem.ts'

import styles from './account.module.css'

interface PasswordGateProps {
  /** What the password opens. */
  readonly label: string
  /** @returns why it did not open */
  readonly onPassword: (password: string) => Promise<ProblemView | null>
}

/** Asks for the password before something that a borrowed screen must not do. */
export function PasswordGate({ label, onPassword }: PasswordGateProps): ReactElement {
  const t = useTranslate()
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const open = async (): Promise<void> => {
    if (password === '') {
      setFault(t('account.password.fault.missing'))
      return
    }
    setBusy(true)
    const problem = await onPassword(password)
    setBusy(false)
    setFault(problem === null ? null : problemText(problem, t).text)
    if (problem === null) setPassword('')
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void open()
  }
  return (
    <form onSubmit={submit} noValidate className={styles['gate']}>
      <PasswordInput
        label={t('account.twoFactor.password')}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value)
          setFault(null)
        }}
        error={fault}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <Button type="submit" variant="default" loading={isBusy}>
        {label}
      </Button>
    </form>
  )
}
