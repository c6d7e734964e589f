import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { useUsers } from '../../features/users/use-users.ts'
import { UserDesk } from '../../features/users/user-desk.tsx'
import { usersAnswer } from '../../features/users/users-headline.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

/** Who may sign in, and as what? */
export function UsersPage(): ReactElement {
  const t = useTranslate()
  const { data, error } = useUsers()
  return (
    <>
      <UnsavedGuard />
      <PageHeadline
        question={t('users.question')}
        answer={data === undefined ? null : usersAnswer(data.users, t)}
      />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data !== undefined && <UserDesk users={data.users} />}
    </>
  )
}
