import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { SignInError } from './sign-in-error.tsx'

export interface Credentials {
  /** An e-mail address or a login. */
  readonly login: string
  readonly password: string
}

export interface SignInFormProps {
  readonly isBusy: boolean
  /** Why the last attempt failed. */
  readonly error: ProblemView | null
  readonly onSubmit: (credentials: Credentials) => void
}

export function SignInForm({ isBusy, error, onSubmit }: SignInFormProps): ReactElement {
  const t = useTranslate()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit({ login: login.trim(), password })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {error !== null && <SignInError error={error} />}
        <TextInput
          size="md"
          label={t('signIn.login')}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
        />
        <PasswordInput
          size="md"
          label={t('signIn.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        <Button type="submit" size="md" loading={isBusy}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}
