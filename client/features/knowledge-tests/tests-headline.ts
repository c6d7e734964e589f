import type { components } from '../../api/schema.d.ts'
import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

export type KnowledgeTest = components['schemas']['KnowledgeTest']
export type Assignment = components['schemas']['TestAssignment']

/** Who has still to show what they know? Those who are late and those who failed, first. */
export function testsAnswer(
  assignments: readonly Pick<Assignment, 'outcome' | 'dueOn' | 'assessmentId'>[],
  today: string,
  t: Translate,
): Answer {
  const open = assignments.filter(({ outcome }) => outcome === null)
  const late = open.filter(({ dueOn }) => dueOn < today).length
  const failed = assignments.filter(({ outcome }) => outcome === 'failed').length
  if (assignments.length === 0) return { text: t('tests.answer.none'), tone: 'unknown' }
  return {
    text: t('tests.answer', { open: open.length, late, failed }),
    tone: late > 0 ? 'law' : 'covered',
  }
}
