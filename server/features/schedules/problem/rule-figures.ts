import type { InstanceRules } from '#forecasting/scheduling/instance.ts'

import type { PlanningRule } from './planning-rows.ts'

/** What is asked of a centre's rule set. */
interface RuleSet {
  readonly rules: readonly Pick<PlanningRule, 'code' | 'parameters'>[]
}

/**
 * A parameter of a rule of the centre's rule set, named in `fixtures/rules` with its article.
 *
 * @param fallback what the law says today, for a centre whose rule set lacks the rule
 */
export function ruleFigure(
  { rules }: RuleSet,
  code: string,
  name: string,
  fallback: number,
): number {
  return rules.find((rule) => rule.code === code)?.parameters[name] ?? fallback
}

/** The figures of the rule set that hold for everybody, as the engine asks for them. */
export function rulesOf(rows: RuleSet): InstanceRules {
  const figure = (code: string, name: string, fallback: number): number =>
    ruleFigure(rows, code, name, fallback)
  return {
    nightFromMin: figure('night', 'fromMinute', 1320),
    nightToMin: figure('night', 'toMinute', 360),
    mealEarliestMin: figure('house_meal_window', 'earliestMinutes', 180),
    mealLatestMin: figure('house_meal_window', 'latestMinutes', 240),
    mealMinLenMin: Math.max(
      figure('meal_break', 'minMinutes', 30),
      figure('house_meal_window', 'minMinutes', 30),
    ),
    mealMaxLenMin: figure('house_meal_window', 'maxMinutes', 60),
    mealRequiredFromSpanMin: figure('house_meal_window', 'requiredFromSpanMinutes', 360),
    minWorkBetweenBreaksMin: figure('house_work_between_breaks', 'minMinutes', 30),
    nightShiftMinOverlapMin: figure('house_consecutive_nights', 'minNightMinutes', 120),
  }
}
