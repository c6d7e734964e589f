import type { ReactElement } from 'react'

import { PageHeadline } from '../components/page-headline/page-headline.tsx'
import { FailedState } from '../components/states/failed-state.tsx'
import { LoadingState } from '../components/states/loading-state.tsx'
import { UnsavedGuard } from '../components/unsaved-guard.tsx'
import { LookSettings } from '../features/account/look-settings.tsx'
import { PasswordForm } from '../features/account/password-form.tsx'
import { TwoFactor } from '../features/account/two-factor.tsx'
import { api } from '../lib/api.ts'
import { useTranslate } from '../lib/i18n/locale-context.tsx'

import styles from './account-page.module.css'

/** How do I sign in, and how does the service speak with me? */
export function AccountPage(): ReactElement {
  const t = useTranslate()
  const { data: me, error } = api.useQuery('get', '/api/v1/me')
  const roles = me?.roles.map((role) => t(`role.${role}`)).join(', ') ?? ''
  return (
    <>
      <UnsavedGuard />
      <PageHeadline
        question={t('account.question')}
        answer={
          me === undefined
            ? null
            : { text: t('account.answer', { name: me.name, roles }), tone: 'covered' }
        }
      />
      {error !== null && <FailedState problem={error} />}
      {me === undefined && error === null && <LoadingState shape="form" />}
      {me !== undefined && (
        <div className={styles['groups']}>
          <LookSettings />
          <PasswordForm />
          <TwoFactor />
        </div>
      )}
    </>
  )
}
