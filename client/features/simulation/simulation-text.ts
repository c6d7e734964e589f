import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { JudgedSpan, Simulation, Spread } from './simulation-model.ts'

interface Words {
  readonly t: Translate
  readonly format: Format
}

/** Below this it is more likely than not that a promise is broken. */
const LIKELY = 0.5
/** From here on a chance is told as more than 99 %. */
const NEARLY_SURE = 0.995

/** What will callers meet this week: the wait, the lost, and how likely the promise is kept. */
export function callersAnswer(week: JudgedSpan, words: Words): Answer {
  const { t } = words
  const figures = {
    wait: secondsText(week.asaSeconds, words),
    lost: percentText(week.abandonShare, words),
  }
  if (week.offered.mean === null || week.offered.mean === 0) {
    return { text: t('simulation.answer.nobody'), tone: 'unknown' }
  }
  if (week.keptChance === null) {
    return { text: t('simulation.answer.plain', figures), tone: 'covered' }
  }
  return {
    text: t('simulation.answer', { ...figures, chance: chanceText(week.keptChance, words) }),
    tone: week.keptChance < LIKELY ? 'under' : 'covered',
  }
}

/** `97 %`; nothing that was only simulated is certain: `> 99 %`, `< 1 %`. */
export function chanceText(chance: number, { t, format }: Words): string {
  const percent = (share: number): string =>
    t('simulation.chance', { value: format.number(share * 100) })
  if (chance >= NEARLY_SURE) return `>\u00A0${percent(0.99)}`
  if (chance < 1 - NEARLY_SURE) return `<\u00A0${percent(0.01)}`
  return percent(chance)
}

export function isUnlikely(chance: number | null): boolean {
  return chance !== null && chance < LIKELY
}

/** `24 с (11–43)` */
export function secondsText({ mean, p10, p90 }: Spread, { t, format }: Words): string {
  if (mean === null) return '—'
  const band = `${format.number(p10 ?? mean)}–${format.number(p90 ?? mean)}`
  return t('simulation.seconds', { mean: format.number(mean), band })
}

/** `3,4 % (1,8–5,7)` */
export function percentText({ mean, p10, p90 }: Spread, { t, format }: Words): string {
  if (mean === null) return '—'
  const percent = (share: number): string => format.number(share * 100, 1)
  const band = `${percent(p10 ?? mean)}–${percent(p90 ?? mean)}`
  return t('simulation.percent', { mean: percent(mean), band })
}

/** Why it no longer says what its inputs say, in words, separated by semicolons. */
export function staleSimulationText(
  reasons: Simulation['staleBecause'],
  { t }: Pick<Words, 't'>,
): string {
  return reasons
    .map((reason) =>
      reason === 'schedule'
        ? t('simulation.staleBecause.schedule')
        : t(`requirement.staleBecause.${reason}`),
    )
    .join('; ')
}
