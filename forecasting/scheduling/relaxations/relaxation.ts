import {
  BREAK_GRID_MINUTES,
  type Contract,
  DAYS_PER_WEEK,
  type Instance,
  MINUTES_PER_DAY,
  type Operator,
  type Shape,
} from '../instance.ts'

/** A rule of an instance, relaxed by one unit. */
export type Relaxation =
  /** One shift more a week, of the contract's shortest kind. */
  | { readonly kind: 'shift_a_week'; readonly contract: string }
  | { readonly kind: 'day_in_a_row'; readonly contract: string }
  | { readonly kind: 'night_in_a_row'; readonly contract: string }
  /** An hour of rest less between shifts. */
  | { readonly kind: 'hour_of_rest'; readonly contract: string }
  /** A person more with one skill, who is owed no hours. */
  | { readonly kind: 'person'; readonly skill: string; readonly contract: string }
  /** Shifts may start half an hour earlier and later. */
  | { readonly kind: 'start_window' }
  /** Breaks may be a quarter of an hour earlier and later. */
  | { readonly kind: 'break_window' }
  /** A planners' rule is not kept. */
  | { readonly kind: 'planner_rule'; readonly rule: string }

/** Nobody of an instance is called so. */
const NEW_PERSON = '+1'
const START_WINDOW_MINUTES = 30
const REST_MINUTES = 60

/**
 * The instance with a rule relaxed.
 *
 * @throws {RangeError} if a person is to have a contract that the instance does not have
 */
export function relaxed(instance: Instance, relaxation: Relaxation): Instance {
  switch (relaxation.kind) {
    case 'person':
      return { ...instance, operators: [...instance.operators, newPerson(relaxation, instance)] }
    case 'start_window':
      return { ...instance, shapes: instance.shapes.map(withWiderStarts) }
    case 'break_window':
      return withWiderBreaks(instance)
    case 'planner_rule': {
      const kept = (instance.plannerRules ?? []).filter(({ id }) => id !== relaxation.rule)
      return { ...instance, plannerRules: kept }
    }
    case 'shift_a_week':
    case 'day_in_a_row':
    case 'night_in_a_row':
    case 'hour_of_rest':
      return {
        ...instance,
        contracts: instance.contracts.map((contract) =>
          contract.id === relaxation.contract
            ? relaxedContract(contract, relaxation.kind, instance)
            : contract,
        ),
      }
  }
}

function relaxedContract(
  contract: Contract,
  kind: 'shift_a_week' | 'day_in_a_row' | 'night_in_a_row' | 'hour_of_rest',
  { shapes, days }: Instance,
): Contract {
  switch (kind) {
    case 'shift_a_week': {
      const own = shapes.filter(({ id }) => contract.shapes.includes(id))
      const more = Math.min(...own.map(({ paidMin }) => paidMin))
      return {
        ...contract,
        weekMaxPaidMin: contract.weekMaxPaidMin + more,
        periodMaxPaidMin: contract.periodMaxPaidMin + (more * days) / DAYS_PER_WEEK,
      }
    }
    case 'day_in_a_row':
      return { ...contract, maxConsecDays: contract.maxConsecDays + 1 }
    case 'night_in_a_row':
      return { ...contract, maxConsecNights: contract.maxConsecNights + 1 }
    case 'hour_of_rest':
      return { ...contract, minRestMin: Math.max(0, contract.minRestMin - REST_MINUTES) }
  }
}

/** Owed nothing, so that only the hours that help are paid; no leave lowers what they may work. */
function newPerson(
  { skill, contract }: { readonly skill: string; readonly contract: string },
  { contracts }: Instance,
): Operator {
  const own = contracts.find(({ id }) => id === contract)
  if (own === undefined) throw new RangeError(`contract ${contract} is unknown`)
  return {
    id: NEW_PERSON,
    skills: [skill],
    contract,
    nightBan: false,
    history: { lastShiftEnd: -10 * MINUTES_PER_DAY, consecDays: 0, consecNights: 0 },
    leaveDays: [],
    unavailable: [],
    prefs: { daysOff: [], start: null },
    periodTargetPaidMin: 0,
    periodMaxPaidMin: own.periodMaxPaidMin,
  }
}

/** A shape that starts seldom, such as at eight and at twenty, has no start in between: it stays. */
function withWiderStarts(shape: Shape): Shape {
  const { startFromMin, startToMin, startStepMin } = shape
  const step = startFromMin === startToMin ? START_WINDOW_MINUTES : startStepMin
  if (step > START_WINDOW_MINUTES) return shape
  const by = Math.floor(START_WINDOW_MINUTES / step) * step
  return {
    ...shape,
    startFromMin: startFromMin >= by ? startFromMin - by : startFromMin,
    startToMin: startToMin + by < MINUTES_PER_DAY ? startToMin + by : startToMin,
    startStepMin: step,
  }
}

function withWiderBreaks(instance: Instance): Instance {
  const by = BREAK_GRID_MINUTES
  const { rules } = instance
  return {
    ...instance,
    rules: {
      ...rules,
      mealEarliestMin: Math.max(0, rules.mealEarliestMin - by),
      mealLatestMin: rules.mealLatestMin + by,
    },
    shapes: instance.shapes.map((shape) => ({
      ...shape,
      breaks: shape.breaks.map((pause) => ({
        ...pause,
        fromMin: Math.max(0, pause.fromMin - by),
        toMin: Math.min(shape.spanMin - pause.lenMin, pause.toMin + by),
      })),
    })),
  }
}

/**
 * What may be relaxed by one unit: of contracts that somebody has whose shifts are planned, a person more
 * for every skill that is asked for, and every planners' rule.
 *
 * @param contracts those that may be changed; personal limits of the law may not
 */
export function possibleRelaxations(
  instance: Instance,
  contracts: ReadonlySet<string>,
): Relaxation[] {
  const { operators, skills, demand, plannerRules = [] } = instance
  const used = instance.contracts.filter(
    ({ id }) => contracts.has(id) && operators.some(({ contract }) => contract === id),
  )
  const people = skills.flatMap(({ id: skill }): Relaxation[] => {
    const isAsked = (demand[skill] ?? []).some((agents) => agents > 0)
    const contract = usualContract(instance, skill, contracts)
    return isAsked && contract !== undefined ? [{ kind: 'person', skill, contract }] : []
  })
  return [
    ...people,
    ...used.flatMap(({ id, maxConsecNights }): Relaxation[] => [
      { kind: 'shift_a_week', contract: id },
      { kind: 'day_in_a_row', contract: id },
      ...(maxConsecNights > 0 ? [{ kind: 'night_in_a_row' as const, contract: id }] : []),
      { kind: 'hour_of_rest', contract: id },
    ]),
    { kind: 'start_window' },
    { kind: 'break_window' },
    ...plannerRules.map(({ id }): Relaxation => ({ kind: 'planner_rule', rule: id })),
  ]
}

/** The contract that most of those who have a skill work under. */
function usualContract(
  { operators }: Instance,
  skill: string,
  contracts: ReadonlySet<string>,
): string | undefined {
  const counts = new Map<string, number>()
  for (const { skills, contract } of operators) {
    if (skills.includes(skill) && contracts.has(contract)) {
      counts.set(contract, (counts.get(contract) ?? 0) + 1)
    }
  }
  // By code units: the order of a language would be another one on another machine.
  return [...counts].toSorted(([a, m], [b, n]) => (m === n ? (a < b ? -1 : 1) : n - m))[0]?.[0]
}
