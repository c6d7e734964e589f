import { barredDays } from './barred-days.ts'
import { checkSchedule } from './check-schedule.ts'
import { withEarlyBreaks } from './early-breaks.ts'
import { compileProblem } from './engine/problem.ts'
import {
  type Instance,
  type Shift,
  MINUTES_PER_DAY,
  periodTargetOf,
  weekMaximumOf,
} from './instance.ts'
import { shapeFaults } from './shape-faults.ts'
import { type ShortTime, shortTimes } from './short-times.ts'

/** Something about a problem that no schedule can mend. */
export interface Finding {
  readonly kind: 'invalid-input' | 'infeasible-locks' | 'unreachable-hours' | 'unavoidable-shortage'
  /** In plain English, naming person, rule and time; the page words it again from the fields. */
  readonly message: string
  readonly op?: string
  readonly shape?: string
  readonly skill?: string
  readonly rule?: string
  readonly days?: readonly number[]
  readonly values?: Readonly<Record<string, number | string>>
  /** Figures of the rule, where `values` tells others. */
  readonly ruleValues?: Readonly<Record<string, number | string>>
  /** Of a shortage: the times of day that are short, each with its days and agent-hours. */
  readonly when?: readonly ShortTime[]
}

export interface Diagnosis {
  /** No schedule exists: refuse before solving. */
  readonly blockers: readonly Finding[]
  /** A schedule exists, but falls short in a way that no search can help. */
  readonly warnings: readonly Finding[]
}

/** Looks at a problem before it is solved: contradictions, unlawful shapes, hours out of reach. */
export function diagnose(instance: Instance): Diagnosis {
  const blockers = blockersOf(instance)
  if (blockers.length > 0) return { blockers, warnings: [] }
  return { blockers, warnings: [...unreachableHours(instance), ...unavoidableShortage(instance)] }
}

/** Only what leaves no schedule at all: quick, where the warnings of a large centre take a while. */
export function blockersOf(instance: Instance): Finding[] {
  return [...unlawfulShapes(instance), ...clashingLocks(instance)]
}

function unlawfulShapes(instance: Instance): Finding[] {
  return instance.shapes.flatMap((shape) =>
    shapeFaults(shape, instance.rules).map(({ rule, code, values }) => ({
      kind: 'invalid-input' as const,
      shape: shape.id,
      rule,
      values,
      message: `shape ${shape.id} breaks ${rule}: ${code.replaceAll('_', ' ')} (${figures(values)})`,
    })),
  )
}

/** Locks are put together as if they were the whole plan: whatever rule they break, they break. */
function clashingLocks(instance: Instance): Finding[] {
  const shapes = new Map(instance.shapes.map((shape) => [shape.id, shape]))
  const shifts = instance.locks.flatMap((lock): Shift[] => {
    const shape = 'off' in lock ? undefined : shapes.get(lock.shape)
    if ('off' in lock || shape === undefined) return []
    return [withEarlyBreaks(instance, { op: lock.op, shape, start: lock.start })]
  })
  const plan = { format: 'wfm-schedule/1' as const, instance: instance.name, shifts }
  return checkSchedule({ ...instance, locks: [] }, plan).map(
    ({ operator, code, days, values }) => ({
      kind: 'infeasible-locks' as const,
      op: operator,
      rule: code,
      days,
      values,
      message: `the locks of ${operator} on days ${days.join(', ')} break ${code} (${figures(values)})`,
    }),
  )
}

/** People whose free days cannot hold the hours that they are owed. */
function unreachableHours(instance: Instance): Finding[] {
  const problem = compileProblem(instance)
  const contracts = new Map(instance.contracts.map((contract) => [contract.id, contract]))
  return instance.operators.flatMap((operator, o) => {
    const contract = contracts.get(operator.contract)
    if (contract === undefined) return []
    let reachableMin = 0
    const closed: number[] = []
    for (let week = 0; week * 7 < instance.days; week++) {
      const longestOfDays: number[] = []
      for (let day = week * 7; day < Math.min(instance.days, week * 7 + 7); day++) {
        const menu = problem.menus.list[problem.menus.ofCell[o * instance.days + day] as number]
        const longest = [...(menu?.shapes ?? [])].map((s) => problem.shapes.paidMinutes[s] ?? 0)
        if (longest.length === 0) closed.push(day)
        longestOfDays.push(Math.max(0, ...longest))
      }
      const mostDays = problem.operators.weekMaxDays[o * problem.weeks + week]
      const worked = longestOfDays.toSorted((a, b) => b - a).slice(0, mostDays)
      const inWeek = worked.reduce((sum, paid) => sum + paid, 0)
      reachableMin += Math.min(inWeek, weekMaximumOf(operator, contract, week))
    }
    const targetMin = periodTargetOf(operator, contract)
    if (reachableMin >= targetMin) return []
    const [barred] = barredDays(instance, operator, closed)
    return [
      {
        kind: 'unreachable-hours' as const,
        op: operator.id,
        ...(barred === undefined
          ? {}
          : { rule: barred.rule, days: barred.days, ruleValues: barred.values }),
        values: { targetMin, maxReachableMin: reachableMin },
        message:
          `${operator.id} can reach at most ${reachableMin / 60} h of the ${targetMin / 60} h owed: ` +
          (barred === undefined
            ? 'the free days do not hold more'
            : `${barred.rule} leaves no shift on days ${barred.days.join(', ')}`),
      },
    ]
  })
}

/** Demand that stays short even if everybody worked whenever the law lets them. */
function unavoidableShortage(instance: Instance): Finding[] {
  const { operators, intervalMin } = instance
  const mayBeThere = whoMayBeThere(instance)
  return instance.skills.flatMap(({ id }) => {
    const able = operators.flatMap(({ skills }, o) => (skills.includes(id) ? [o] : []))
    const short = (instance.demand[id] ?? []).map((agents, t) => {
      const people = able.filter((o) => mayBeThere[o]?.[t] === 1).length
      return (Math.max(0, agents - people) * intervalMin) / 60
    })
    const hours = short.reduce((sum, missing) => sum + missing, 0)
    if (hours === 0) return []
    const intervals = short.filter((missing) => missing > 0).length
    const banned = able.length > 0 && able.every((o) => operators[o]?.nightBan === true)
    const when = shortTimes(short, intervalMin)
    return [
      {
        kind: 'unavoidable-shortage' as const,
        skill: id,
        ...(banned ? { rule: 'R11' } : {}),
        values: { minShortageHours: hours, intervals },
        when,
        message: `${id} stays short by at least ${hours} agent-hours in ${intervals} intervals (${when.map(({ text }) => text).join('; ')}): nobody who has it may work then${banned ? ' (R11, night ban)' : ''}`,
      },
    ]
  })
}

/** 1 for each interval in which the person could be there by some shift that they may be given alone. */
function whoMayBeThere(instance: Instance): Uint8Array[] {
  const problem = compileProblem(instance)
  const intervals = (instance.days * MINUTES_PER_DAY) / instance.intervalMin
  return instance.operators.map((operator, o) => {
    const here = new Uint8Array(intervals)
    for (let t = 0; t * instance.intervalMin < operator.history.lastShiftEnd && t < intervals; t++)
      here[t] = 1
    for (let day = 0; day < instance.days; day++) {
      const menu = problem.menus.list[problem.menus.ofCell[o * instance.days + day] as number]
      menu?.shapes.forEach((shape, index) => {
        const span = problem.shapes.spanMinutes[shape] as number
        for (const start of menu.starts[index] ?? []) {
          const from = Math.floor((day * MINUTES_PER_DAY + start) / instance.intervalMin)
          const to = Math.ceil((day * MINUTES_PER_DAY + start + span) / instance.intervalMin)
          here.fill(1, from, Math.min(intervals, to))
        }
      })
    }
    return here
  })
}

function figures(values: Readonly<Record<string, number | string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}
