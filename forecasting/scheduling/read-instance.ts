import {
  BREAKS_MAX,
  DAYS_MAX,
  DAY_MINUTES,
  INTERVALS_MIN,
  PRICE,
  SKILLS_MAX,
} from './instance-limits.ts'
import { referenceProblems } from './instance-references.ts'
import type { Instance, InstanceRules, Lock, Shape, Weights } from './instance.ts'
import { MINUTES_PER_DAY } from './instance.ts'
import { type InputProblem, JsonCursor } from './json-cursor.ts'
import { readPlannerRules } from './planner-rules/read-planner-rules.ts'
import { readDemandSteps } from './read-demand-steps.ts'
import { readContract, readOperator } from './read-people.ts'

export type InstanceReading =
  | { readonly kind: 'instance'; readonly instance: Instance }
  | { readonly kind: 'refused'; readonly problems: readonly InputProblem[] }

/**
 * Reads a problem in the format `wfm-instance/1` from untrusted JSON.
 *
 * Absent `history`, `leaveDays`, `unavailable`, `prefs` and `locks` mean none. What is well formed
 * but impossible (shapes against the meal law, clashing locks) is for `diagnose`.
 *
 * @returns the instance, or every problem found, each with its place
 */
export function readInstance(input: unknown): InstanceReading {
  const cursor = new JsonCursor(input).object()
  cursor.field('format').oneOf(['wfm-instance/1'])
  const days = readDays(cursor.field('days'))
  const withoutDemand: Instance = {
    format: 'wfm-instance/1',
    name: cursor.field('name').text(),
    intervalMin: readInterval(cursor.field('intervalMin')),
    days,
    skills: cursor
      .field('skills')
      .items()
      .map((skill) => ({
        id: skill.field('id').text(),
        underWeight: skill.field('underWeight').number(PRICE),
      })),
    demand: {},
    shapes: cursor.field('shapes').items().map(readShape),
    contracts: cursor.field('contracts').items().map(readContract),
    operators: cursor
      .field('operators')
      .items()
      .map((operator) => readOperator(operator, days)),
    locks: cursor
      .field('locks')
      .optionalItems()
      .map((lock) => readLock(lock, days)),
    rules: readRules(cursor.field('rules').object()),
    weights: readWeights(cursor.field('weights').object()),
    ...optionalRules(cursor.field('plannerRules')),
  }
  const demand = readDemand(cursor.field('demand').object(), withoutDemand)
  const steps = cursor.field('demandSteps')
  const instance = {
    ...withoutDemand,
    demand,
    ...(steps.isMissing
      ? {}
      : { demandSteps: readDemandSteps(steps, { ...withoutDemand, demand }) }),
  }
  const problems = [...cursor.problems, ...referenceProblems(instance)]
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'instance', instance }
}

/** An instance without such rules has no such field. */
function optionalRules(cursor: JsonCursor): Pick<Instance, 'plannerRules'> {
  return cursor.isMissing ? {} : { plannerRules: readPlannerRules(cursor) }
}

function readDays(cursor: JsonCursor): number {
  const days = cursor.whole({ min: 1, max: DAYS_MAX })
  if (days % 7 !== 0) cursor.report('wrong_value', { allowed: 'whole weeks', got: days })
  return days
}

function readInterval(cursor: JsonCursor): number {
  const minutes = cursor.whole({ min: 5, max: 60 })
  if (!INTERVALS_MIN.includes(minutes)) {
    cursor.report('wrong_value', { allowed: INTERVALS_MIN.join(' | '), got: minutes })
  }
  return minutes
}

function readDemand(cursor: JsonCursor, instance: Instance): Record<string, readonly number[]> {
  const length = (instance.days * MINUTES_PER_DAY) / instance.intervalMin
  const { skills } = instance
  if (skills.length < 1 || skills.length > SKILLS_MAX) {
    cursor.report('out_of_range', { min: 1, max: SKILLS_MAX, got: skills.length })
  }
  return Object.fromEntries(
    skills.map(({ id }) => {
      const list = cursor.field(id)
      const agents = list.items().map((item) => item.number({ min: 0, max: 1_000_000 }))
      if (agents.length !== length) list.report('wrong_length', { length, got: agents.length })
      return [id, agents]
    }),
  )
}

function readShape(cursor: JsonCursor): Shape {
  const breaks = cursor.field('breaks')
  const items = breaks.optionalItems()
  if (items.length > BREAKS_MAX) {
    breaks.report('out_of_range', { min: 0, max: BREAKS_MAX, got: items.length })
  }
  return {
    id: cursor.field('id').text(),
    spanMin: cursor.field('spanMin').whole({ min: 15, max: MINUTES_PER_DAY }),
    paidMin: cursor.field('paidMin').whole(DAY_MINUTES),
    startFromMin: cursor.field('startFromMin').whole({ min: 0, max: MINUTES_PER_DAY - 1 }),
    startToMin: cursor.field('startToMin').whole(DAY_MINUTES),
    startStepMin: cursor.field('startStepMin').whole({ min: 1, max: MINUTES_PER_DAY }),
    breaks: items.map((item) => ({
      kind: item.field('kind').oneOf(['meal', 'rest', 'personal', 'gap']) ?? 'rest',
      lenMin: item.field('lenMin').whole({ min: 1, max: MINUTES_PER_DAY }),
      paid: item.field('paid').optionalFlag(),
      fromMin: item.field('fromMin').whole(DAY_MINUTES),
      toMin: item.field('toMin').whole(DAY_MINUTES),
    })),
  }
}

function readLock(cursor: JsonCursor, days: number): Lock {
  const op = cursor.field('op').text()
  const day = cursor.field('day').whole({ min: 0, max: days - 1 })
  if (cursor.field('off').optionalFlag()) return { op, day, off: true }
  const start = cursor.field('start').whole({ min: 0, max: days * MINUTES_PER_DAY })
  return { op, day, start, shape: cursor.field('shape').text() }
}

function readRules(cursor: JsonCursor): InstanceRules {
  const minutes = (name: keyof InstanceRules): number => cursor.field(name).whole(DAY_MINUTES)
  return {
    nightFromMin: minutes('nightFromMin'),
    nightToMin: minutes('nightToMin'),
    mealEarliestMin: minutes('mealEarliestMin'),
    mealLatestMin: minutes('mealLatestMin'),
    mealMinLenMin: minutes('mealMinLenMin'),
    mealMaxLenMin: minutes('mealMaxLenMin'),
    mealRequiredFromSpanMin: minutes('mealRequiredFromSpanMin'),
    minWorkBetweenBreaksMin: minutes('minWorkBetweenBreaksMin'),
    nightShiftMinOverlapMin: minutes('nightShiftMinOverlapMin'),
  }
}

function readWeights(cursor: JsonCursor): Weights {
  const price = (name: keyof Weights): number => cursor.field(name).number(PRICE)
  return {
    critShare: cursor.field('critShare').number({ min: 0, max: 1 }),
    underCrit: price('underCrit'),
    underRest: price('underRest'),
    idle: price('idle'),
    pay: price('pay'),
    nightPremium: price('nightPremium'),
    shortfall: price('shortfall'),
    fairNight: price('fairNight'),
    fairWeekend: price('fairWeekend'),
    startVarPerHour: price('startVarPerHour'),
    startVarFreeMin: price('startVarFreeMin'),
  }
}
