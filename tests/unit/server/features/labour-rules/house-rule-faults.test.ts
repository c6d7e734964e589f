import { describe, expect, it } from 'vitest'

import { houseBounds } from '#server/features/labour-rules/house-bounds.ts'
import { houseRuleFaults, wordHouseFault } from '#server/features/labour-rules/house-rule-faults.ts'

import { kzLabourRules } from '../../../../../fixtures/rules/kz-labour-rules.ts'

const RULES = kzLabourRules().rules.map(({ key, machine }) => ({
  code: key,
  parameters: machine?.parameters ?? {},
}))
const MEAL = {
  earliestMinutes: 180,
  latestMinutes: 240,
  minMinutes: 30,
  maxMinutes: 60,
  requiredFromSpanMinutes: 360,
}
const faults = (
  code: string,
  parameters: Readonly<Record<string, number>>,
  rules: typeof RULES = RULES,
): string[] =>
  houseRuleFaults({ code, parameters }, rules).map(
    ({ figure, code: kind, article }) => `${figure} ${kind} ${article ?? '-'}`,
  )

describe('houseRuleFaults', () => {
  it('finds none in the rules as they come, and bounds every figure of them', () => {
    const house = kzLabourRules().rules.filter(({ origin }) => origin === 'house')
    const bounds = houseBounds(RULES)
    expect(house).toHaveLength(5)
    for (const { key, machine } of house) {
      const parameters = machine?.parameters ?? {}
      expect(Object.keys(bounds[key] ?? {}).toSorted()).toEqual(Object.keys(parameters).toSorted())
      expect(faults(key, parameters)).toEqual([])
    }
  })

  // A day of 24 h (art. 84); 2 × (7 − 1) days; a night of 8 h (76); a meal of half an hour (81); a shift of 12 h.
  it.each([
    ['house_weekly_rest', { minRestMinutes: 1440 }],
    ['house_consecutive_days', { maxDays: 12 }],
    ['house_consecutive_nights', { maxNights: 12, minNightMinutes: 480 }],
    ['house_consecutive_nights', { maxNights: 1, minNightMinutes: 15 }],
    ['house_meal_window', { ...MEAL, earliestMinutes: 720, latestMinutes: 720 }],
    ['house_meal_window', { ...MEAL, minMinutes: 30, maxMinutes: 30 }],
    ['house_work_between_breaks', { minMinutes: 0 }],
  ])('lets %s stand at the bound', (code, parameters) => {
    expect(faults(code, parameters)).toEqual([])
  })

  it.each([
    ['house_weekly_rest', { minRestMinutes: 1425 }, ['minRestMinutes below 84']],
    ['house_weekly_rest', { minRestMinutes: 7215 }, ['minRestMinutes above -']],
    ['house_weekly_rest', { minRestMinutes: 1450 }, ['minRestMinutes off_step -']],
    ['house_consecutive_days', { maxDays: 13 }, ['maxDays above 84']],
    ['house_consecutive_days', { maxDays: 0 }, ['maxDays below -']],
    [
      'house_consecutive_nights',
      { maxNights: 13, minNightMinutes: 495 },
      ['maxNights above 84', 'minNightMinutes above 76(1)'],
    ],
    ['house_meal_window', { ...MEAL, minMinutes: 25 }, ['minMinutes below 81']],
    [
      'house_meal_window',
      { ...MEAL, requiredFromSpanMinutes: 375 },
      ['requiredFromSpanMinutes above 81'],
    ],
    ['house_meal_window', { ...MEAL, latestMinutes: 165 }, ['latestMinutes disordered -']],
    ['house_meal_window', { ...MEAL, minMinutes: 65, maxMinutes: 60 }, ['maxMinutes disordered -']],
    ['house_work_between_breaks', {}, ['minMinutes missing -']],
    ['house_work_between_breaks', { minMinutes: 30, most: 1 }, ['most unknown -']],
  ])('of %s with %o says what is wrong', (code, parameters, expected) => {
    expect(faults(code, parameters)).toEqual(expected)
  })

  it('follows the law when it changes', () => {
    const later = RULES.map((rule) =>
      rule.code === 'meal_break' ? { ...rule, parameters: { minMinutes: 45 } } : rule,
    )
    expect(faults('house_meal_window', MEAL, later)).toEqual(['minMinutes below 81'])
  })

  it('says it in three languages', () => {
    const found = houseRuleFaults(
      { code: 'house_weekly_rest', parameters: { minRestMinutes: 1425 } },
      RULES,
    )
    expect(
      (['kk', 'ru', 'en'] as const).map((language) =>
        found.map((fault) => wordHouseFault(fault, language)),
      ),
    ).toEqual([
      [{ pointer: 'Апталық тынығу', detail: '23 сағ 45 мин, кемінде 24 сағ болуы керек (84-бап)' }],
      [{ pointer: 'Еженедельный отдых', detail: '23 ч 45 мин при наименьшем 24 ч (ст. 84)' }],
      [{ pointer: 'Weekly rest', detail: '23 h 45 min, at least 24 h (art. 84)' }],
    ])
  })
})
