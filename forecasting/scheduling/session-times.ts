import { serveTiers, type SkillGroup } from './coverage-flow.ts'
import { type DemandTier, demandTiers } from './demand-tiers.ts'
import { dutyOf, intervalCount } from './duty.ts'
import type { Instance, Schedule, Shift } from './instance.ts'

/** What a session of training asks for. Minutes of the plan. */
export interface SessionWish {
  /** Ids of operators who are to come. */
  readonly people: readonly string[]
  readonly lengthMin: number
  /** Sessions begin on multiples of this. */
  readonly stepMin: number
  /** Earliest start. */
  readonly fromMin: number
}

/** Agents missing by skill index, and agents whom nobody needs, in one interval. */
export interface Spared {
  readonly short: readonly number[]
  readonly idle: number
}

/** A time at which a session could be held, and what it would cost. */
export interface SessionTime {
  readonly startMin: number
  /** Those of the people who are on shift throughout, outside their meal. */
  readonly present: readonly string[]
  /** Agent-hours that are missing with the session and are not without it. */
  readonly shortAgentHours: number
  /** The most agents that it adds to the shortage of one interval. */
  readonly worstShort: number
  /** Every interval that it touches, without the session and with it. */
  readonly intervals: readonly {
    readonly interval: number
    readonly without: Spared
    readonly within: Spared
  }[]
}

/**
 * Every time at which somebody of those who are to come could, by what it costs: agent-hours that go
 * missing, and the hours of those who are not there then and must be taught another time. The cheapest
 * comes first, the earlier of two that cost the same.
 *
 * People are shared over the demand as coverage shares them (`coverage.ts`), each counted once.
 *
 * @throws {RangeError} if the length or the step is not above 0
 */
export function sessionTimes(
  instance: Instance,
  schedule: Schedule,
  wish: SessionWish,
): SessionTime[] {
  const { lengthMin, stepMin, people } = wish
  if (lengthMin <= 0) throw new RangeError(`lengthMin must be above 0, got ${lengthMin}`)
  if (stepMin <= 0) throw new RangeError(`stepMin must be above 0, got ${stepMin}`)
  const staff = new SparedStaff(instance, schedule)
  const wished = new Set(people)
  const shifts = schedule.shifts.filter(({ op }) => wished.has(op))
  const lastMin = intervalCount(instance) * instance.intervalMin - lengthMin
  const times: SessionTime[] = []
  const first = Math.max(0, Math.ceil(wish.fromMin / stepMin) * stepMin)
  for (let startMin = first; startMin <= lastMin; startMin += stepMin) {
    const span = { fromMin: startMin, toMin: startMin + lengthMin }
    const present = shifts.filter((shift) => canCome(shift, span, staff.spanOf(shift)))
    if (present.length > 0) times.push(priced(staff, present, span))
  }
  const cost = ({ shortAgentHours, present }: SessionTime): number =>
    shortAgentHours + ((people.length - present.length) * lengthMin) / 60
  return times.toSorted((a, b) =>
    cost(a) === cost(b) ? a.startMin - b.startMin : cost(a) - cost(b),
  )
}

interface Span {
  readonly fromMin: number
  readonly toMin: number
}

/** On shift throughout; a session has pauses of its own for rest, but none for a meal. */
function canCome(shift: Shift, { fromMin, toMin }: Span, spanMin: number): boolean {
  return (
    shift.start <= fromMin &&
    toMin <= shift.start + spanMin &&
    shift.breaks.every(
      ({ kind, start, len }) => kind === 'rest' || start + len <= fromMin || start >= toMin,
    )
  )
}

function priced(staff: SparedStaff, present: readonly Shift[], span: Span): SessionTime {
  const intervals = staff.intervalsOf(span).map((interval) => ({
    interval,
    without: staff.spared(interval, [], span),
    within: staff.spared(interval, present, span),
  }))
  const added = intervals.map(({ without, within }) => sum(within.short) - sum(without.short))
  return {
    startMin: span.fromMin,
    present: present.map(({ op }) => op),
    shortAgentHours: (sum(added) * staff.intervalMin) / 60,
    worstShort: Math.max(0, ...added),
    intervals,
  }
}

/** Shares the people of a plan over its demand, with some of them away. Remembers what it has shared. */
class SparedStaff {
  readonly intervalMin: number
  readonly #demand: readonly (readonly number[])[]
  readonly #tiers: readonly DemandTier[]
  readonly #groups: ReturnType<typeof dutyOf>
  readonly #groupOf: ReadonlyMap<string, number>
  readonly #spans: ReadonlyMap<string, number>
  readonly #known = new Map<string, Spared>()

  constructor(instance: Instance, schedule: Schedule) {
    this.intervalMin = instance.intervalMin
    this.#demand = instance.skills.map(({ id }) => instance.demand[id] ?? [])
    this.#tiers = demandTiers(instance)
    this.#groups = dutyOf(instance, schedule)
    this.#spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
    const indexes = new Map(instance.skills.map(({ id }, at) => [id, at]))
    const keyOf = (skills: readonly number[]): string => skills.toSorted((a, b) => a - b).join('+')
    const byKey = new Map(this.#groups.map(({ skills }, at) => [keyOf(skills), at]))
    this.#groupOf = new Map(
      instance.operators.map(({ id, skills }) => [
        id,
        byKey.get(keyOf(skills.map((skill) => indexes.get(skill) ?? -1))) ?? -1,
      ]),
    )
  }

  spanOf({ shape }: Shift): number {
    return this.#spans.get(shape) ?? 0
  }

  intervalsOf({ fromMin, toMin }: Span): number[] {
    const first = Math.floor(fromMin / this.intervalMin)
    const end = Math.ceil(toMin / this.intervalMin)
    return Array.from({ length: end - first }, (_, at) => first + at)
  }

  /** One interval with the people of some shifts away for a span. */
  spared(interval: number, away: readonly Shift[], span: Span): Spared {
    const taken = this.#groups.map(() => 0)
    const fromMin = Math.max(span.fromMin, interval * this.intervalMin)
    const toMin = Math.min(span.toMin, (interval + 1) * this.intervalMin)
    for (const shift of away) {
      const group = this.#groupOf.get(shift.op) ?? -1
      const minutes = toMin - fromMin - restWithin(shift, { fromMin, toMin })
      if (group >= 0) taken[group] = (taken[group] as number) + minutes / this.intervalMin
    }
    const key = `${interval} ${taken.join(' ')}`
    const known = this.#known.get(key) ?? this.#shared(interval, taken)
    this.#known.set(key, known)
    return known
  }

  #shared(interval: number, taken: readonly number[]): Spared {
    const groups: SkillGroup[] = this.#groups.map(({ skills, agents }, at) => ({
      skills,
      agents: Math.max(0, (agents[interval] as number) - (taken[at] as number)),
    }))
    const demands = this.#tiers.map(({ skill, agents }) => ({
      skill,
      agents: agents[interval] ?? 0,
    }))
    const { short, idle } = serveTiers(groups, demands, this.#demand.length)
    return {
      idle,
      short: this.#demand.map((_, skill) =>
        sum(short.filter((_agents, tier) => this.#tiers[tier]?.skill === skill)),
      ),
    }
  }
}

/** Minutes of a span in which the person is at rest anyway. */
function restWithin({ breaks }: Shift, { fromMin, toMin }: Span): number {
  return sum(
    breaks.map(({ start, len }) =>
      Math.max(0, Math.min(toMin, start + len) - Math.max(fromMin, start)),
    ),
  )
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, one) => total + one, 0)
}
