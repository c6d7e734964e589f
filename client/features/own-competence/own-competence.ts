import type { components } from '../../api/schema.d.ts'
import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

export type OwnCompetence = components['schemas']['OwnCompetence']
export type OwnProfile = OwnCompetence['profiles'][number]
export type Assessment = components['schemas']['Assessment']

/** What waits for the reader's own word: profiles not read as they are now, findings not answered. */
export function waitingOf({
  profiles,
  assessments,
}: Pick<OwnCompetence, 'profiles' | 'assessments'>): {
  readonly profiles: readonly OwnProfile[]
  readonly assessments: readonly Assessment[]
} {
  return {
    profiles: profiles.filter(({ version, readVersion }) => readVersion !== version),
    assessments: assessments.filter(({ status }) => status === 'signed'),
  }
}

/**
 * Am I ready for my work? What has ended or bars from everything comes first, then the next assessment, then what waits.
 *
 * @param date writes a day of the calendar
 */
export function ownAnswer(
  own: Pick<OwnCompetence, 'competences' | 'queues' | 'due' | 'profiles' | 'assessments'>,
  t: Translate,
  date: (day: string) => string,
): Answer {
  const expired = own.competences.filter(({ state }) => state === 'expired').length
  const isOverdue = own.due?.urgency === 'overdue'
  const { profiles, assessments } = waitingOf(own)
  const waiting = profiles.length + assessments.length
  const due =
    own.due === null
      ? []
      : [t(isOverdue ? 'my.answer.overdue' : 'my.answer.due', { date: date(own.due.dueOn) })]
  const words = [
    readiness(own.queues, expired, t),
    ...due,
    ...(waiting > 0 ? [t('my.answer.waiting', { count: waiting })] : []),
  ]
  const isBarred = expired > 0 || servesNothing(own.queues)
  return { text: words.join(' '), tone: isBarred || isOverdue ? 'law' : 'covered' }
}

function readiness(queues: OwnCompetence['queues'], expired: number, t: Translate): string {
  if (expired > 0) return t('my.answer.expired', { count: expired })
  return t(servesNothing(queues) ? 'my.answer.barred' : 'my.answer.fine')
}

/** False for whoever takes no contacts. */
function servesNothing(queues: OwnCompetence['queues']): boolean {
  return queues.length > 0 && queues.every(({ lacking }) => lacking.length > 0)
}
