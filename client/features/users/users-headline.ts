import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { User } from './user-draft.ts'

/** Who may sign in? How many can, and how many of them with a password alone. */
export function usersAnswer(
  users: readonly Pick<User, 'disabledAt' | 'twoFactor'>[],
  t: Translate,
): Answer {
  const active = users.filter(({ disabledAt }) => disabledAt === null)
  const bare = active.filter(({ twoFactor }) => !twoFactor)
  return {
    text: t('users.answer', { active: active.length, bare: bare.length }),
    tone: 'covered',
  }
}
