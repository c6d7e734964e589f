import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import { bindingName } from './requirement-columns.ts'
import type { RequirementPoint } from './requirement-model.ts'

/** How many people are needed? The most at once, when, and which target asks for them. */
export function requirementAnswer(
  points: readonly RequirementPoint[],
  { t, format }: { readonly t: Translate; readonly format: Format },
): Answer {
  const [first] = points
  if (first === undefined) return { text: t('requirement.answer.unknown'), tone: 'unknown' }
  const peak = points.reduce((a, b) => (b.agents > a.agents ? b : a), first)
  return {
    text: t('requirement.answer', {
      agents: peak.agents,
      when: format.weekdayRange(peak.startMs, peak.endMs),
      rostered: format.number(peak.rostered),
      target: bindingName(peak.binding, t),
    }),
    tone: 'covered',
  }
}
