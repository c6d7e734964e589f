import { homeDaysOf } from '../planner-rules/home-days.ts'
import { type JudgedRule, judgedRules } from '../planner-rules/judged-rules.ts'
import type { Problem } from './problem.ts'
import type { Roster } from './roster.ts'

/** What a unit of a rule that must be kept costs in the end: more than any shortage. */
export const KEPT_RULE_PRICE = 300

/**
 * What the planners' rules cost in a roster under search.
 *
 * Rules such as runs of at least two days leave legal rosters apart, so the search walks through
 * rosters that break them: it starts with no price on them, which then rises as the search cools.
 */
export class PlannerPrices {
  readonly #judged: readonly JudgedRule[]
  readonly #ofOperator: readonly number[][]
  readonly #breaches: Float64Array
  /** Price of one unit of a rule that must be kept. */
  keptPrice = KEPT_RULE_PRICE
  /** Units of the breaches reported since this was last set to 0. */
  #reported = 0
  readonly #report = (_day: number, by: number): void => {
    this.#reported += by
  }

  constructor({ instance, operatorCount, days }: Problem, roster: Roster) {
    const rows = instance.operators.map((operator, o) => ({
      starts: roster.start.subarray(o * days, (o + 1) * days),
      shapes: roster.shape.subarray(o * days, (o + 1) * days),
      daysBefore: operator.history.consecDays,
      isHome: homeDaysOf(operator, days),
    }))
    this.#judged = judgedRules(instance, rows)
    const ofOperator: number[][] = Array.from({ length: operatorCount }, () => [])
    this.#judged.forEach(({ operators }, index) => {
      for (const o of operators) ofOperator[o]?.push(index)
    })
    this.#ofOperator = ofOperator
    this.#breaches = Float64Array.from(this.#judged, (one) => this.#breachOf(one))
  }

  /** Change of cost of a person's rules, from what was kept to what the roster holds now. */
  change(o: number): number {
    let change = 0
    for (const index of this.#ofOperator[o] as number[]) {
      const judged = this.#judged[index] as JudgedRule
      const more = this.#breachOf(judged) - (this.#breaches[index] as number)
      if (more !== 0) change += more * this.#priceOf(judged)
    }
    return change
  }

  /** Writes down what the roster holds now of a person's rules. */
  keep(o: number): void {
    for (const index of this.#ofOperator[o] as number[]) {
      this.#breaches[index] = this.#breachOf(this.#judged[index] as JudgedRule)
    }
  }

  total(): number {
    return this.#judged.reduce(
      (sum, judged) => sum + this.#breachOf(judged) * this.#priceOf(judged),
      0,
    )
  }

  #priceOf({ rule }: JudgedRule): number {
    return rule.weight ?? this.keptPrice
  }

  #breachOf({ judge }: JudgedRule): number {
    this.#reported = 0
    judge(this.#report)
    return this.#reported
  }
}
