import type { ReactElement } from 'react'

import { type Locale, LOCALES } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { TextSetting } from './text-setting.tsx'

type Name = Record<Locale, string>

interface NameSettingsProps {
  readonly name: Name
  readonly isReadOnly: boolean
  readonly onSave: (name: Name) => Promise<ProblemView | null>
}

/** One name in three languages, each in a field of its own. */
export function NameSettings({ name, isReadOnly, onSave }: NameSettingsProps): ReactElement {
  const t = useTranslate()
  return (
    <>
      {LOCALES.map((locale) => (
        <TextSetting
          key={locale.id}
          label={t('settings.name', { language: locale.name })}
          lang={locale.id}
          value={name[locale.id]}
          isReadOnly={isReadOnly}
          onSave={async (text) => onSave({ ...name, [locale.id]: text })}
        />
      ))}
    </>
  )
}
