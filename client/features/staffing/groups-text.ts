import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { GroupRequirement } from './use-group-requirement.ts'

/** How many people it takes when competences are shared, and how many when they are not. */
export function groupsAnswer(
  {
    agents,
    dedicatedAgents,
    isFinished,
  }: Pick<GroupRequirement, 'agents' | 'dedicatedAgents' | 'isFinished'>,
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  const figures = {
    agents: format.number(agents),
    alone: format.number(dedicatedAgents),
    saved: format.number(dedicatedAgents - agents),
  }
  const answer =
    agents < dedicatedAgents ? t('groups.answer.saved', figures) : t('groups.answer.same', figures)
  return isFinished ? answer : `${answer} ${t('groups.stopped')}`
}
