import type { ReactElement, ReactNode } from 'react'

import { ColorSchemeSwitch } from '../components/preferences/color-scheme-switch.tsx'
import { LanguageSwitch } from '../components/preferences/language-switch.tsx'
import { useTranslate } from '../lib/i18n/locale-context.tsx'

import styles from './sign-in-page.module.css'

/** The door, with the form that opens it. Language and look can be chosen before one is known. */
export function SignInPage({ children }: { readonly children: ReactNode }): ReactElement {
  const t = useTranslate()
  return (
    <div className={styles['page']}>
      <div className={styles['preferences']}>
        <LanguageSwitch />
        <ColorSchemeSwitch />
      </div>
      <main className={styles['door']}>
        <h1 className={styles['brand']}>Kezek</h1>
        <p className={styles['purpose']}>{t('signIn.purpose')}</p>
        {children}
        <p className={styles['help']}>{t('signIn.help')}</p>
      </main>
    </div>
  )
}
