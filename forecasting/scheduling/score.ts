import { coveredIntervals } from './coverage.ts'
import { demandTiers } from './demand-tiers.ts'
import type { Contract, Instance, Operator, Schedule, Shape, Shift } from './instance.ts'
import { DAYS_PER_WEEK, MINUTES_PER_DAY, periodTargetOf } from './instance.ts'
import { isNightShift, workedNightMinutes } from './night-minutes.ts'
import { checkPlannerRules } from './planner-rules/check-planner-rules.ts'
import { type PeopleCounts, unfairness } from './unfairness.ts'

/** Terms of the objective, in the price of an agent-hour at `costPerHour` 1. Lower is better. */
export interface ScoreTerms {
  readonly underCrit: number
  readonly underRest: number
  readonly idle: number
  readonly pay: number
  readonly nightPremium: number
  readonly overtime: number
  readonly shortfall: number
  readonly prefDayOff: number
  readonly prefStart: number
  readonly startVar: number
  readonly fairNight: number
  readonly fairWeekend: number
  /** Planners' rules that have a price; those that must be kept are violations instead. */
  readonly plannerRules: number
}

export interface Score {
  readonly objective: number
  /** Coverage and pay: what the proven lower bounds bound. */
  readonly core: number
  /** Preferences, fairness, and planners' rules. */
  readonly people: number
  readonly terms: ScoreTerms
  readonly requiredHours: number
  readonly servedHours: number
  readonly idleHours: number
  readonly paidHours: number
}

/**
 * Prices a schedule from the instance and the schedule alone.
 *
 * Shares no code with the search, except the list of demand tiers, so that it can catch the
 * search's mistakes: the two totals must agree to 1e-9.
 *
 * @throws {RangeError} if the schedule names an unknown shape, or the instance an unknown contract
 */
export function score(instance: Instance, schedule: Schedule): Score {
  const coverage = scoreCoverage(instance, schedule)
  const people = scorePeople(instance, schedule)
  const { fairNight, fairWeekend } = unfairness(instance, people.counts)
  const plannerRules = checkPlannerRules(instance, schedule).reduce(
    (sum, { cost = 0 }) => sum + cost,
    0,
  )
  const terms: ScoreTerms = {
    ...coverage.terms,
    ...people.terms,
    fairNight,
    fairWeekend,
    plannerRules,
  }
  const total = Object.values(terms).reduce((sum, term) => sum + term, 0)
  const soft =
    terms.prefDayOff +
    terms.prefStart +
    terms.startVar +
    terms.fairNight +
    terms.fairWeekend +
    terms.plannerRules
  return {
    objective: total,
    core: total - soft,
    people: soft,
    terms,
    requiredHours: coverage.requiredHours,
    servedHours: coverage.servedHours,
    idleHours: coverage.idleHours,
    paidHours: people.paidMin / 60,
  }
}

function scoreCoverage(
  instance: Instance,
  schedule: Schedule,
): {
  terms: Pick<ScoreTerms, 'underCrit' | 'underRest' | 'idle'>
  requiredHours: number
  servedHours: number
  idleHours: number
} {
  const hours = instance.intervalMin / 60
  const tiers = demandTiers(instance)
  const terms = { underCrit: 0, underRest: 0, idle: 0 }
  let [requiredHours, shortHours, idleHours] = [0, 0, 0]
  for (const { required, shortByTier, idle } of coveredIntervals(instance, schedule)) {
    requiredHours += required * hours
    idleHours += idle * hours
    shortByTier.forEach((agents, index) => {
      const tier = tiers[index]
      if (tier === undefined) return
      shortHours += agents * hours
      terms[tier.kind === 'critical' ? 'underCrit' : 'underRest'] += tier.price * agents * hours
    })
  }
  terms.idle = instance.weights.idle * idleHours
  return { terms, requiredHours, servedHours: requiredHours - shortHours, idleHours }
}

type PeopleTerms = Omit<
  ScoreTerms,
  'underCrit' | 'underRest' | 'idle' | 'fairNight' | 'fairWeekend' | 'plannerRules'
>

function scorePeople(
  instance: Instance,
  schedule: Schedule,
): { terms: PeopleTerms; counts: Map<string, PeopleCounts>; paidMin: number } {
  const contracts = new Map(instance.contracts.map((contract) => [contract.id, contract]))
  const shapes = new Map(instance.shapes.map((shape) => [shape.id, shape]))
  const shiftsOf = Map.groupBy(schedule.shifts, ({ op }) => op)
  const total = {
    pay: 0,
    nightPremium: 0,
    overtime: 0,
    shortfall: 0,
    prefDayOff: 0,
    prefStart: 0,
    startVar: 0,
  }
  const counts = new Map<string, PeopleCounts>()
  let paidMin = 0
  for (const operator of instance.operators) {
    const contract = contracts.get(operator.contract)
    if (contract === undefined) throw new RangeError(`contract ${operator.contract} is unknown`)
    const shifts = (shiftsOf.get(operator.id) ?? []).toSorted((a, b) => a.start - b.start)
    const worked = shifts.map((shift) => withShape(shift, shapes))
    const row = scoreRow(instance, { operator, contract, worked })
    for (const name of Object.keys(total) as (keyof PeopleTerms)[]) total[name] += row.terms[name]
    counts.set(operator.id, row.counts)
    paidMin += row.paidMin
  }
  return { terms: total, counts, paidMin }
}

interface Worked {
  readonly shape: Shape
  readonly start: number
  readonly end: number
  readonly day: number
}

function withShape(shift: Shift, shapes: ReadonlyMap<string, Shape>): Worked {
  const shape = shapes.get(shift.shape)
  if (shape === undefined) throw new RangeError(`shape ${shift.shape} is unknown`)
  const { start } = shift
  return { shape, start, end: start + shape.spanMin, day: Math.floor(start / MINUTES_PER_DAY) }
}

function scoreRow(
  instance: Instance,
  row: { operator: Operator; contract: Contract; worked: readonly Worked[] },
): { terms: PeopleTerms; counts: PeopleCounts; paidMin: number } {
  const { operator, contract, worked } = row
  const { weights, rules } = instance
  const paidMin = worked.reduce((minutes, { shape }) => minutes + shape.paidMin, 0)
  const targetMin = periodTargetOf(operator, contract)
  const cost = contract.costPerHour
  const sum = (price: (shift: Worked, index: number) => number): number =>
    worked.reduce((total, shift, index) => total + price(shift, index), 0)
  return {
    paidMin,
    terms: {
      pay: (weights.pay * cost * paidMin) / 60,
      nightPremium: sum(
        ({ start, shape }) =>
          (weights.nightPremium * cost * workedNightMinutes(start, shape, rules)) / 60,
      ),
      overtime:
        (weights.pay * (contract.otMult - 1) * cost * Math.max(0, paidMin - targetMin)) / 60,
      shortfall: (weights.shortfall * Math.max(0, targetMin - paidMin)) / 60,
      prefDayOff: sum(({ day }) => unwantedDay(operator, day)),
      prefStart: sum(({ start }) => unwantedStart(operator, start % MINUTES_PER_DAY)),
      startVar: sum((shift, index) => startJump(instance, worked[index - 1], shift)),
    },
    counts: {
      nights: worked.filter(({ start, shape }) => isNightShift(start, shape, rules)).length,
      weekends: worked.filter(({ day }) => day % DAYS_PER_WEEK >= 5).length,
    },
  }
}

function unwantedDay({ prefs }: Operator, day: number): number {
  return prefs.daysOff.reduce((sum, wish) => (wish.day === day ? sum + wish.weight : sum), 0)
}

function unwantedStart({ prefs: { start } }: Operator, startOfDayMin: number): number {
  if (start === null) return 0
  return startOfDayMin < start.fromMin || startOfDayMin > start.toMin ? start.weight : 0
}

function startJump({ weights }: Instance, before: Worked | undefined, shift: Worked): number {
  if (before === undefined || shift.day - before.day !== 1) return 0
  const jumpMin = Math.abs((shift.start % MINUTES_PER_DAY) - (before.start % MINUTES_PER_DAY))
  return (weights.startVarPerHour * Math.max(0, jumpMin - weights.startVarFreeMin)) / 60
}
