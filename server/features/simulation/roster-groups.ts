import type { EpochMs, OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { PlannedShift } from '#forecasting/simulation/present-spans.ts'
import type { Roster } from '#forecasting/simulation/simulate-roster.ts'
import { chatSpeeds } from '#forecasting/staffing/chat-speeds.ts'

import { competentQueues } from '../schedules/build-instance.ts'
import type { LoadedSchedule } from '../schedules/load-schedule.ts'
import { kindOf, type SimulatedTime, type SimulatedWork } from './roster-queues.ts'

/** People who work in the simulated time, by the queues that they are competent for. */
export type RosterGroup = Roster['groups'][number]

/**
 * The shifts of a schedule, and those published before it that reach into its first night, by
 * competence: п. 18 lets nobody take what they are not competent for to the schedule's last day.
 */
export function rosterGroups(
  { rows, period, shifts }: Pick<LoadedSchedule, 'rows' | 'period' | 'shifts'>,
  works: readonly SimulatedWork[],
  time: SimulatedTime,
): RosterGroup[] {
  const seconds = (instant: string | EpochMs): number =>
    ((typeof instant === 'string' ? Date.parse(instant) : instant) - time.fromMs) / 1000
  const indexOf = new Map(works.map(({ queue }, index) => [queue.id, index]))
  const people = new Map(rows.operators.map((one) => [one.id, one]))
  const groups = new Map<string, { readonly queues: number[]; readonly shifts: PlannedShift[] }>()
  const place = (
    operatorId: OperatorId,
    shift: Pick<PlannedShift, keyof Span | 'breaks'>,
  ): void => {
    const person = people.get(operatorId)
    if (person === undefined) return
    const queues = indices(
      competentQueues(person, period).map(({ queueId }) => queueId),
      indexOf,
    )
    if (queues.length === 0) return
    const group = groups.get(queues.join(' ')) ?? { queues, shifts: [] }
    groups.set(queues.join(' '), group)
    group.shifts.push({ ...shift, ...lossesOf(queues, works) })
  }
  for (const { operatorId, startsAtMs, endsAtMs } of inOrder(rows.earlierShifts)) {
    if (endsAtMs <= time.fromMs) continue
    const span = { fromSeconds: seconds(startsAtMs), toSeconds: seconds(endsAtMs) }
    place(operatorId, { ...span, breaks: [] })
  }
  for (const { operatorId, startsAt, endsAt, breaks } of inOrder(shifts)) {
    place(operatorId, {
      fromSeconds: seconds(startsAt),
      toSeconds: seconds(endsAt),
      breaks: breaks.map((pause) => ({
        fromSeconds: seconds(pause.startsAt),
        toSeconds: seconds(pause.endsAt),
      })),
    })
  }
  return [...groups.values()]
    .toSorted((a, b) => compare(a.queues, b.queues))
    .map((group) => ({ ...group, reserve: 0, chatSpeeds: speedsOf(group.queues, works) }))
}

type Placed = { readonly operatorId: OperatorId } & (
  | { readonly startsAt: string }
  | { readonly startsAtMs: EpochMs }
)

function startOf(shift: Placed): number {
  return 'startsAt' in shift ? Date.parse(shift.startsAt) : shift.startsAtMs
}

/** A database gives equals in any order, and each draw must meet the same person every time. */
function inOrder<Shift extends Placed>(shifts: readonly Shift[]): Shift[] {
  return shifts.toSorted((a, b) => {
    const later = startOf(a) - startOf(b)
    if (later !== 0) return later
    return a.operatorId < b.operatorId ? -1 : 1
  })
}

/** Those with the fewest competences first; equals by the queues that they have. */
function compare(some: readonly number[], others: readonly number[]): number {
  if (some.length !== others.length) return some.length - others.length
  const at = some.findIndex((index, n) => index !== others[n])
  return at < 0 ? 0 : (some[at] ?? 0) - (others[at] ?? 0)
}

type Span = Pick<PlannedShift, 'fromSeconds' | 'toSeconds'>

function indices(ids: readonly QueueId[], indexOf: ReadonlyMap<QueueId, number>): number[] {
  return ids.flatMap((id) => indexOf.get(id) ?? []).toSorted((a, b) => a - b)
}

/** Whoever serves several queues is away as often as these have it on average. */
function lossesOf(
  queues: readonly number[],
  works: readonly SimulatedWork[],
): Pick<PlannedShift, 'absentChance' | 'awayShare'> {
  const mean = (share: (work: SimulatedWork) => number): number =>
    queues.reduce((sum, index) => {
      const work = works[index]
      return sum + (work === undefined ? 0 : share(work))
    }, 0) / queues.length
  return {
    absentChance: mean(({ settings }) => settings.shrinkageUnplanned),
    awayShare: mean(({ settings }) => settings.shrinkagePlanned),
  }
}

/** Where chats of several kinds meet, nobody holds more than the most careful of them allows. */
function speedsOf(queues: readonly number[], works: readonly SimulatedWork[]): number[] {
  const chats = queues.flatMap((index) => {
    const work = works[index]
    return work === undefined || kindOf(work.settings) !== 'chat'
      ? []
      : [chatSpeeds(work.settings.concurrency, work.settings.chatSpeeds)]
  })
  return chats.toSorted((a, b) => a.length - b.length)[0] ?? [1]
}
