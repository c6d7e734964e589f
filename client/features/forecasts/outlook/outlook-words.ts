import type { Format } from '../../../lib/i18n/format.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'
import { signedPercent } from '../signed-percent.ts'
import type { Outlook } from './use-outlook.ts'

const YEAR_MONTHS = 12

/** The same month of next year with its doubt, the growth, and what a scenario makes of it. */
export function outlookAnswer(
  outlook: Outlook,
  words: {
    readonly t: Translate
    readonly format: Format
    readonly monthName: (month: string) => string
  },
): readonly string[] {
  const { t, format, monthName } = words
  const told = outlook.months[YEAR_MONTHS - 1] ?? outlook.months.at(-1)
  if (told === undefined) return []
  const { learned, scenario } = told
  const name = monthName(told.month)
  const known = {
    month: name.charAt(0).toLocaleUpperCase() + name.slice(1),
    volume: format.withDoubt(learned.mean, learned.low, learned.high),
  }
  return [
    outlook.growthIs === 'learned'
      ? t('outlook.answer', { ...known, growth: signedPercent(outlook.annualGrowth, format) })
      : t('outlook.answer.unknown', known),
    ...(scenario === null
      ? []
      : [
          t('outlook.answer.scenario', {
            volume: format.withDoubt(scenario.mean, scenario.low, scenario.high),
            change: signedPercent(scenario.mean / learned.mean - 1, format),
          }),
        ]),
    ...(outlook.knowsSeasons ? [] : [t('outlook.seasonless')]),
  ]
}
