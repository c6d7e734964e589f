import { TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

interface CodeFieldProps {
  readonly code: string
  /** A code is chosen once. */
  readonly isNew: boolean
  readonly isFault: boolean
  readonly onChange: (code: string) => void
}

/** By what a kind of shift or a contract is called in schedules and files. */
export function CodeField({ code, isNew, isFault, onChange }: CodeFieldProps): ReactElement {
  const t = useTranslate()
  return (
    <TextInput
      label={t('workingTime.code')}
      description={t('workingTime.code.hint')}
      maxLength={20}
      value={code}
      readOnly={!isNew}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={isFault && t('workingTime.code.fault')}
    />
  )
}
