import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { hasLeft, type Person } from './people-filter.ts'

/** Who works here, in one sentence. */
export function peopleAnswer(people: readonly Person[], today: string, t: Translate): Answer {
  const working = people.filter((one) => !hasLeft(one, today))
  if (working.length === 0) return { text: t('people.nobody'), tone: 'unknown' }
  const leaving = working.filter(({ leftOn }) => leftOn !== null).length
  const rostered = working.filter(({ takesContacts }) => takesContacts).length
  const text = t('people.answer', { count: working.length, rostered })
  return {
    text: leaving === 0 ? text : `${text} ${t('people.answer.leaving', { count: leaving })}`,
    tone: 'covered',
  }
}
