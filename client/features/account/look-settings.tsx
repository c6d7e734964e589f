import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import type { ReactElement } from 'react'

import { LOCALES } from '../../lib/i18n/catalogue.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useLanguageChoice } from '../../lib/use-language-choice.ts'

import styles from './account.module.css'

const SCHEMES = ['light', 'dark', 'auto'] as const

/** The language that the service speaks with this person, and the colours on this device. */
export function LookSettings(): ReactElement {
  const { locale, t } = useLocale()
  const chooseLanguage = useLanguageChoice()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <section className={styles['group']}>
      <h2 className={styles['title']}>{t('account.look')}</h2>
      <p className={styles['label']} id="account-language">
        {t('account.language')}
      </p>
      <p className={styles['hint']}>{t('account.language.hint')}</p>
      <SegmentedControl
        aria-labelledby="account-language"
        value={locale}
        data={LOCALES.map(({ id, name }) => ({ value: id, label: <span lang={id}>{name}</span> }))}
        onChange={chooseLanguage}
      />
      <p className={styles['label']} id="account-scheme">
        {t('account.scheme')}
      </p>
      <p className={styles['hint']}>{t('account.scheme.hint')}</p>
      <SegmentedControl
        aria-labelledby="account-scheme"
        value={colorScheme}
        data={SCHEMES.map((value) => ({ value, label: t(`shell.scheme.${value}`) }))}
        onChange={setColorScheme}
      />
    </section>
  )
}
