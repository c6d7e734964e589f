import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import { bindingName } from './binding-name.ts'
import type { RequiredPeople, RequirementPoint } from './requirement-model.ts'
import type { RequirementVersion } from './use-requirement-versions.ts'

interface Words {
  readonly t: Translate
  readonly format: Format
}

/** How many people are needed? The most at once and when, on line and on the schedule. */
export function requirementAnswer(points: readonly RequiredPeople[], { t, format }: Words): Answer {
  const peak = peakOf(points)
  if (peak === undefined) return { text: t('requirement.answer.unknown'), tone: 'unknown' }
  if (peak.agents === 0) return { text: t('requirement.answer.nobody'), tone: 'covered' }
  return {
    text: t('requirement.answer', {
      agents: peak.agents,
      when: format.weekdayRange(peak.startMs, peak.endMs),
      rostered: format.number(peak.rostered),
    }),
    tone: 'covered',
  }
}

/** The interval that needs most people; the first of equals. */
export function peakOf<Point extends RequiredPeople>(points: readonly Point[]): Point | undefined {
  const [first] = points
  return points.reduce((a, b) => (a === undefined || b.agents > a.agents ? b : a), first)
}

/** Hours of work that the span asks for, on line and on the schedule. */
export function hoursText(points: readonly RequiredPeople[], { t, format }: Words): string {
  const hours = (of: (point: RequiredPeople) => number): string =>
    format.number(
      points.reduce((sum, point) => sum + of(point) * (point.endMs - point.startMs), 0) / 3_600_000,
    )
  return t('requirement.hours', {
    agents: hours(({ agents }) => agents),
    rostered: hours(({ rostered }) => rostered),
  })
}

/** What a goal over the whole week saves; null where every interval keeps the promise itself. */
export function goalText(
  {
    goal,
    agentHours,
    everyIntervalAgentHours: every,
  }: Pick<RequirementVersion, 'goal' | 'agentHours' | 'everyIntervalAgentHours'>,
  { t, format }: Words,
): string | null {
  if (goal !== 'period' || agentHours === null || every === null) return null
  return t('requirement.goal.period', {
    hours: format.number(agentHours),
    every: format.number(every),
    saved: format.number(every - agentHours),
  })
}

/** How surely, and for whose contacts, a requirement was made, where it is not as usual. */
export function madeText(
  { confidence, firstTries }: Pick<RequirementVersion, 'confidence' | 'firstTries'>,
  { t, format }: Words,
): readonly string[] {
  const shares = Object.values(firstTries ?? {}).map(({ share }) => format.percent(share))
  return [
    ...(confidence === null
      ? []
      : [t('requirement.made.confidence', { percent: format.number(confidence * 100) })]),
    ...(shares.length === 0
      ? []
      : [t('requirement.made.firstTries', { shares: shares.join(', ') })]),
  ]
}

/** Which target decides, and in what share of the intervals with contacts; most often first. */
export function bindingShares(
  points: readonly Pick<RequirementPoint, 'binding' | 'agents'>[],
): readonly { readonly binding: string; readonly share: number }[] {
  const staffed = points.filter(({ agents }) => agents > 0)
  const groups = Map.groupBy(staffed, ({ binding }) => binding)
  return [...groups]
    .map(([binding, own]) => ({ binding, share: own.length / staffed.length }))
    .toSorted((a, b) => b.share - a.share)
}

/**
 * What decides, in words. Where the occupancy cap decides most often the wait alone would ask for
 * fewer people: that is said, since a planner expects the wait target to decide.
 */
export function bindingText(points: readonly RequirementPoint[], { t, format }: Words): string {
  const shares = bindingShares(points)
  const [most] = shares
  if (most === undefined) return ''
  const list = shares
    .map(({ binding, share }) => `${bindingName(binding, t)} — ${format.percent(share)}`)
    .join(', ')
  const decides = t('requirement.decides', { list })
  return most.binding === 'max_occupancy' ? `${decides} ${t('requirement.capDecides')}` : decides
}
