import { Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { SignInError } from './sign-in-error.tsx'

interface SecondFactorFormProps {
  readonly isBusy: boolean
  /** Why the last attempt failed. */
  readonly error: ProblemView | null
  readonly onSubmit: (code: string) => void
  /** Back to the password. */
  readonly onBack: () => void
}

/** After the password: the digits of the authenticator, or one of the spare codes. */
export function SecondFactorForm(props: SecondFactorFormProps): ReactElement {
  const { isBusy, error, onSubmit, onBack } = props
  const t = useTranslate()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (code.trim() !== '') onSubmit(code.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {error !== null && <SignInError error={error} />}
        <TextInput
          size="md"
          label={t('signIn.code')}
          description={t('signIn.code.hint')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          ref={(field) => field?.focus()}
        />
        <Button type="submit" size="md" loading={isBusy}>
          {t('signIn.submit')}
        </Button>
        <Button variant="default" size="md" onClick={onBack}>
          {t('signIn.back')}
        </Button>
      </Stack>
    </form>
  )
}
