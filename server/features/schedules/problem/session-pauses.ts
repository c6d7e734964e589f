import type { EpochMs } from '#forecasting/kernel/units.ts'
import type {
  DemandStep,
  Instance,
  PlannedBreak,
  Schedule as Plan,
} from '#forecasting/scheduling/instance.ts'

import type { SessionSpan } from '../../training/session-spans.service.ts'
import { type PlanningPeriod, toPlanMinutes } from './build-instance.ts'
import type { PlanningRows } from './planning-rows.ts'

/** What sessions are laid over. */
interface Laid {
  readonly instance: Instance
  readonly rows: Pick<PlanningRows, 'operators'>
  readonly period: PlanningPeriod
  readonly sessions: readonly SessionSpan[]
}

interface Pause {
  readonly start: number
  readonly end: number
}

/**
 * The plan with the sessions of training as pauses of their people's shifts, for whatever counts who
 * takes contacts. The rules of breaks look at the plan without them: a session is work.
 *
 * A session counts as a meal, since nothing else can be put upon either.
 */
export function withSessions(plan: Plan, { instance, rows, period, sessions }: Laid): Plan {
  if (sessions.length === 0) return plan
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  const byPerson = Map.groupBy(sessions, ({ operatorId }) => operatorId)
  const numbers = new Map(rows.operators.map((one) => [one.personnelNumber, one.id]))
  return {
    ...plan,
    shifts: plan.shifts.map((shift) => {
      const operatorId = numbers.get(shift.op)
      const own = operatorId === undefined ? [] : (byPerson.get(operatorId) ?? [])
      const end = shift.start + (spans.get(shift.shape) ?? 0)
      const pauses = own.flatMap((session) =>
        pieces(within(planSpan(session, period), { start: shift.start, end }), shift.breaks),
      )
      return pauses.length === 0 ? shift : { ...shift, breaks: [...shift.breaks, ...pauses] }
    }),
  }
}

/** A session in minutes of the plan. */
function planSpan({ startMs, endMs }: SessionSpan, period: PlanningPeriod): Pause {
  return {
    start: toPlanMinutes(startMs as EpochMs, period),
    end: toPlanMinutes(endMs as EpochMs, period),
  }
}

function within({ start, end }: Pause, shift: Pause): Pause {
  return { start: Math.max(start, shift.start), end: Math.min(end, shift.end) }
}

/** What a session takes that the breaks of the shift do not take already. */
function pieces(session: Pause, breaks: readonly PlannedBreak[]): PlannedBreak[] {
  const found: PlannedBreak[] = []
  let { start } = session
  const add = (end: number): void => {
    if (start < end) found.push({ kind: 'meal', start, len: end - start })
  }
  for (const pause of breaks.toSorted((a, b) => a.start - b.start)) {
    add(Math.min(pause.start, session.end))
    start = Math.max(start, pause.start + pause.len)
  }
  add(session.end)
  return found
}

/**
 * The problem with the people of sessions asked for once more: whoever is taught takes no contacts, so
 * somebody else must stand there. One agent a person, over the skills in equal parts; where shortages
 * have prices of their own, at the dearest of the skill.
 */
export function withSessionDemand(laid: Laid): Instance {
  const { instance } = laid
  if (laid.sessions.length === 0) return instance
  const more = sessionDemand(laid)
  const demand = Object.fromEntries(
    Object.entries(instance.demand).map(([skill, agents]) => [
      skill,
      agents.map((people, t) => people + (more[skill]?.[t] ?? 0)),
    ]),
  )
  if (instance.demandSteps === undefined) return { ...instance, demand }
  const steps = sessionSteps(instance, more)
  return { ...instance, demand, demandSteps: [...instance.demandSteps, ...steps] }
}

/** The people of sessions as demand with a price, whatever the price of the rest. */
export function sessionSteps(
  { skills, weights }: Pick<Instance, 'skills' | 'weights'>,
  more: Readonly<Record<string, readonly number[]>>,
): DemandStep[] {
  return skills.flatMap(({ id, underWeight }) => {
    const agents = more[id] ?? []
    const price = underWeight * weights.underCrit
    return agents.some((people) => people > 0) ? [{ skill: id, price, agents }] : []
  })
}

/** People whose place others have to take while they are taught, by skill. */
export function sessionDemand(laid: Laid): Readonly<Record<string, readonly number[]>> {
  const { instance, rows, period, sessions } = laid
  const demand = new Map(
    Object.entries(instance.demand).map(([skill, agents]) => [skill, agents.map(() => 0)]),
  )
  const numbers = new Map(rows.operators.map((one) => [one.id, one.personnelNumber]))
  const skills = new Map(instance.operators.map((one) => [one.id, one.skills]))
  for (const session of sessions) {
    const own = skills.get(numbers.get(session.operatorId) ?? '') ?? []
    const { start, end } = planSpan(session, period)
    for (const skill of own) {
      addAgents(demand.get(skill) ?? [], instance.intervalMin, { start, end }, 1 / own.length)
    }
  }
  return Object.fromEntries(demand)
}

function addAgents(
  agents: number[],
  intervalMin: number,
  { start, end }: Pause,
  share: number,
): void {
  const first = Math.max(0, Math.floor(start / intervalMin))
  for (let t = first; t < agents.length && t * intervalMin < end; t++) {
    const minutes = Math.min(end, (t + 1) * intervalMin) - Math.max(start, t * intervalMin)
    agents[t] = (agents[t] ?? 0) + (share * minutes) / intervalMin
  }
}
