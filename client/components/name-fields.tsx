import { TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { type Locale, LOCALES } from '../lib/i18n/catalogue.ts'
import { useTranslate } from '../lib/i18n/locale-context.tsx'

interface NameFieldsProps {
  readonly name: Readonly<Record<Locale, string>>
  /** True when it is named in no language. */
  readonly isMissing: boolean
  readonly onChange: (name: Readonly<Record<Locale, string>>) => void
}

/** One name in three languages, of something that is being made. One language will do. */
export function NameFields({ name, isMissing, onChange }: NameFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <>
      {LOCALES.map((locale, at) => (
        <TextInput
          key={locale.id}
          lang={locale.id}
          label={t('settings.name', { language: locale.name })}
          value={name[locale.id]}
          onChange={(event) => onChange({ ...name, [locale.id]: event.currentTarget.value })}
          error={at === 0 && isMissing && t('settings.queue.name.fault')}
        />
      ))}
    </>
  )
}
