import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { type Locale, LOCALES } from '../../lib/i18n/catalogue.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'

import styles from './preferences.module.css'

interface LanguageSwitchProps {
  /** Takes the choice over, to store it for the user; without it the page changes alone. */
  readonly onChange?: (locale: Locale) => void
}

export function LanguageSwitch({ onChange }: LanguageSwitchProps): ReactElement {
  const { locale, setLocale, t } = useLocale()
  const choose = onChange ?? setLocale
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton className={styles['control']}>
          <VisuallyHidden>{t('shell.language')}</VisuallyHidden>
          <IconLanguage size={18} aria-hidden />
          <span>{locale === 'kk' ? 'ҚАЗ' : locale === 'ru' ? 'РУС' : 'ENG'}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {LOCALES.map(({ id, name }) => (
          <Menu.Item key={id} lang={id} onClick={() => choose(id)} aria-current={id === locale}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
