import { isMessageKey } from '../../../lib/i18n/catalogue.ts'
import type { Format } from '../../../lib/i18n/format.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'
import { signedPercent } from '../signed-percent.ts'
import type { ExplainedDay, Explanation } from './use-explanation.ts'
import { chiefSteps, type WhyStep } from './why-steps.ts'

interface Words {
  readonly t: Translate
  readonly format: Format
}

/** What a part of the day is called; a special day says of which kind it is. */
export function stepName(id: WhyStep['id'], day: ExplainedDay, t: Translate): string {
  if (id === 'special' && day.special !== null) {
    return t(`forecast.why.part.special.${day.special.kind}`)
  }
  return t(`forecast.why.part.${id}`)
}

const REASONS = 2

/** Why the day is not like any other, in one sentence. */
export function whyAnswer(
  day: ExplainedDay,
  steps: readonly WhyStep[],
  { t, format, name }: Words & { readonly name: string },
): string {
  const [base] = steps
  if (base === undefined) return t('forecast.why.answer.closed', { day: name })
  const volume = format.withDoubt(day.adjusted, day.low, day.high)
  const reasons = chiefSteps(steps, REASONS).map((step) =>
    t('forecast.why.reason', {
      part: stepName(step.id, day, t).toLocaleLowerCase(),
      contacts: format.signed(step.contacts),
    }),
  )
  if (reasons.length === 0) return t('forecast.why.answer.ordinary', { day: name, volume })
  return t('forecast.why.answer', {
    day: name,
    volume,
    base: format.number(base.contacts),
    reasons: reasons.join(', '),
  })
}

/** Which members of the ensemble carried it, the greatest share first. */
export function membersText({ members }: Explanation, { t, format }: Words): string {
  const told = Object.entries(members)
    .toSorted(([, a], [, b]) => b - a)
    .map(([id, share]) => {
      const key = `forecast.why.member.${id}`
      return t('forecast.why.member', {
        name: isMessageKey(key) ? t(key) : id,
        share: format.percent(share),
      })
    })
  return t('forecast.why.members', { members: told.join(', ') })
}

/** Why the day is no longer what the version before said of it: one sentence each. */
export function moveTexts(
  { before }: Explanation,
  { moved, volume }: ExplainedDay,
  { t, format }: Words,
): readonly string[] {
  if (before === null || moved === null) return [t('forecast.why.before.none')]
  const { version, because, added } = before
  return [
    t('forecast.why.before', {
      version,
      change: format.signed(volume - moved.from),
      from: format.number(moved.from),
    }),
    ...(because.length === 0
      ? []
      : [
          t('forecast.why.because', {
            causes: because.map((cause) => t(`forecast.why.because.${cause}`)).join(', '),
          }),
        ]),
    ...(added === null || added.expected === 0
      ? []
      : [
          t('forecast.why.added', {
            version,
            days: added.days,
            came: format.number(added.came),
            expected: format.number(added.expected),
            change: signedPercent(added.came / added.expected - 1, format),
          }),
        ]),
  ]
}
