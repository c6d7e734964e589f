import type {
  PlanFigures,
  RelaxationPrice,
} from '#forecasting/scheduling/relaxations/price-relaxations.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { loadSchedule, type LoadedSchedule } from '../load-schedule.ts'
import { hashOf } from '../problem/instance-hash.ts'
import { withSessionDemand } from '../problem/session-pauses.ts'
import { findLatestRulePrices } from './rule-prices.queries.ts'
import type { RulePrices } from './rule-prices.schema.ts'

/** What was found holds for as long as this and the shifts stay the same. */
export function rulePricesHash(loaded: LoadedSchedule): string {
  return hashOf(withSessionDemand(loaded))
}

/**
 * What relaxing each rule by one unit was last found to bring.
 *
 * @returns null while nobody has asked
 * @throws {ProblemError} `schedule-unknown`
 */
export async function readRulePrices(db: Db, scheduleId: string): Promise<RulePrices | null> {
  const loaded = await loadSchedule(db, scheduleId)
  const found = await findLatestRulePrices(db, scheduleId)
  if (found === undefined) return null
  const { before, unrelaxed } = found.figures as Pick<RulePrices, 'before' | 'unrelaxed'>
  const prices = found.prices as readonly RelaxationPrice[]
  const { row } = loaded
  return {
    id: found.id,
    scheduleId,
    before: rounded(before),
    unrelaxed: rounded(unrelaxed),
    prices: prices.map((price) => presentPrice(price, loaded)),
    untried: found.untried,
    isStale: found.revision !== row.revision || found.data_hash !== rulePricesHash(loaded),
    madeBy: found.made_by,
    madeAt: found.made_at.toISOString(),
  }
}

function presentPrice(
  { relaxation, gain, figures }: RelaxationPrice,
  { rows }: LoadedSchedule,
): RulePrices['prices'][number] {
  const skill = relaxation.kind === 'person' ? relaxation.skill : null
  const ruleId = relaxation.kind === 'planner_rule' ? relaxation.rule : null
  return {
    kind: relaxation.kind,
    contract: 'contract' in relaxation ? relaxation.contract : null,
    queueId: rows.queues.find(({ code }) => code === skill)?.id ?? null,
    rule: rows.plannerRules.find((rule) => rule.ruleId === ruleId)?.name ?? ruleId,
    gain: hundredths(gain),
    figures: rounded(figures),
  }
}

function rounded({ cost, shortHours, paidHours }: PlanFigures): PlanFigures {
  return {
    cost: hundredths(cost),
    shortHours: hundredths(shortHours),
    paidHours: hundredths(paidHours),
  }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100
