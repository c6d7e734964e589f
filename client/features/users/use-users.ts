import { useQueryClient } from '@tanstack/react-query'

import { showUndo } from '../../components/undo-toast.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { newUser, type User, type UserDraft } from './user-draft.ts'

/** A password that the service made, and whom it lets in. */
export interface NewPassword {
  readonly user: User
  readonly password: string
}

export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: ProblemView }

type UserChange = Partial<UserDraft> & { readonly disabled?: boolean }

/** Keeps the users of the centre. What can be taken back is offered to be. */
export function useUserChanges() {
  const t = useTranslate()
  const queries = useQueryClient()
  const refresh = (): void => void queries.invalidateQueries()
  const send = async (user: User, change: UserChange): Promise<ProblemView | null> => {
    const { roles, ...rest } = change
    const params = { path: { userId: user.id } }
    const { error } = await fetchClient.PATCH('/api/v1/users/{userId}', {
      params,
      body: { ...rest, ...(roles === undefined ? {} : { roles: [...roles] }) },
    })
    refresh()
    return error ?? null
  }
  return {
    add: async (draft: UserDraft): Promise<Outcome<NewPassword>> => {
      const { data, error } = await fetchClient.POST('/api/v1/users', { body: newUser(draft) })
      if (error !== undefined) return { kind: 'refused', problem: error }
      refresh()
      return { kind: 'done', value: data }
    },
    change: async (user: User, draft: UserDraft): Promise<ProblemView | null> => {
      const problem = await send(user, newUser(draft))
      if (problem !== null) return problem
      const { name, email, roles, language } = user
      showUndo(t, {
        message: t('users.changed', { name: draft.name }),
        onUndo: () => void send(user, { name, email, roles, language }),
      })
      return null
    },
    setDisabled: async (user: User, disabled: boolean): Promise<ProblemView | null> => {
      const problem = await send(user, { disabled })
      if (problem !== null) return problem
      showUndo(t, {
        message: t(disabled ? 'users.wasDisabled' : 'users.wasEnabled', { name: user.name }),
        onUndo: () => void send(user, { disabled: !disabled }),
      })
      return null
    },
    resetPassword: async (user: User): Promise<Outcome<NewPassword>> => {
      const params = { path: { userId: user.id } }
      const { data, error } = await fetchClient.POST('/api/v1/users/{userId}/password', { params })
      if (error !== undefined) return { kind: 'refused', problem: error }
      return { kind: 'done', value: { user, password: data.password } }
    },
    resetTwoFactor: async (user: User): Promise<ProblemView | null> => {
      const params = { path: { userId: user.id } }
      const { error } = await fetchClient.DELETE('/api/v1/users/{userId}/two-factor', { params })
      refresh()
      return error ?? null
    },
  }
}

export function useUsers() {
  return api.useQuery('get', '/api/v1/users')
}
