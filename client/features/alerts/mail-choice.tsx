import { MultiSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAlertMailing } from './use-alert-mailing.ts'

interface MailChoiceProps {
  readonly value: readonly string[]
  readonly onChange: (userIds: string[]) => void
}

/** Whom a rule mails: people who may read alerts. */
export function MailChoice({ value, onChange }: MailChoiceProps): ReactElement {
  const t = useTranslate()
  const people = useAlertMailing()?.people ?? []
  return (
    <MultiSelect
      label={t('alerts.mail.to')}
      searchable
      clearable
      limit={50}
      maxValues={50}
      value={[...value]}
      data={people.map(({ userId, name }) => ({ value: userId, label: name }))}
      onChange={onChange}
    />
  )
}
