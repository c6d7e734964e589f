import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { RequirementPoint } from './requirement-model.ts'
import type { Explanation } from './use-explanation.ts'

interface Words {
  readonly t: Translate
  readonly format: Format
}

/**
 * What the wait target alone would ask for, where something else decides: fewer people, busier
 * than anybody can be for long. Null where the wait itself decides, or is not promised.
 */
export function waitAloneText(
  { agents, binding, agentsByTarget, offeredErlangs }: Explanation,
  { t, format }: Words,
): string | null {
  const alone = agentsByTarget.find(({ target }) => target === 'asa')?.agents
  if (alone === undefined || alone === 0 || alone >= agents || binding === 'asa') return null
  return t('requirement.waitAlone', {
    alone: format.number(alone),
    occupancy: format.percent(Math.min(1, offeredErlangs / alone)),
    agents: format.number(agents),
  })
}

/** `Erlang C`, with what it assumes; the code when the client has no words for it. */
export function modelName(model: string, t: Translate): string {
  const key = `requirement.model.${model}`
  return isMessageKey(key) ? t(key) : model
}

/** How people on the schedule follow from people on line. */
export function rosterText(
  { agents, rostered, shrinkagePlanned, shrinkageUnplanned }: Explanation,
  { t, format }: Words,
): string {
  return t('requirement.why.roster', {
    agents: format.number(agents),
    planned: format.percent(shrinkagePlanned),
    unplanned: format.percent(shrinkageUnplanned),
    rostered: format.number(rostered),
  })
}

/** What the load was taken as: with a margin for doubt, without repeat callers. */
export function madeTexts(
  { confidence, firstTries }: Explanation,
  { t, format }: Words,
): readonly string[] {
  const margin =
    confidence === null
      ? null
      : t('requirement.why.confidence', { percent: format.number(confidence * 100) })
  const first =
    firstTries === null
      ? null
      : t('requirement.why.firstTries', {
          share: format.percent(firstTries.share),
          redial: format.percent(firstTries.redialShare),
        })
  return [margin, first].filter((text) => text !== null)
}

/** How many people would be enough if the forecast is wrong; null where it tells no doubt. */
export function doubtText(
  {
    agents,
    agents50,
    agents75,
    agents90,
    asaChance,
  }: Pick<RequirementPoint, 'agents' | 'agents50' | 'agents75' | 'agents90' | 'asaChance'>,
  { t, format }: Words,
): string | null {
  if (agents50 === null || agents75 === null || agents90 === null) return null
  const enough = t('requirement.why.doubt', {
    agents50: format.number(agents50),
    agents75: format.number(agents75),
    agents90: format.number(agents90),
  })
  if (asaChance === null) return enough
  const chance = format.percent(asaChance)
  return `${enough} ${t('requirement.why.chance', { agents: format.number(agents), chance })}`
}
