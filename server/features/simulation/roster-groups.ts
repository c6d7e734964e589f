import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import { competenceGroups } from '#forecasting/simulation/competence-groups.ts'
import type { Roster } from '#forecasting/simulation/simulate-roster.ts'

import type { LoadedSchedule } from '../schedules/load-schedule.ts'
import { competentQueues } from '../schedules/problem/days-at-work.ts'
import { servedQueue, type SimulatedTime, type SimulatedWork } from './roster-queues.ts'

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
  const queuesOf = (operatorId: OperatorId): number[] => {
    const person = people.get(operatorId)
    const ids = person === undefined ? [] : competentQueues(person, period)
    return ids.flatMap(({ queueId }) => indexOf.get(queueId) ?? []).toSorted((a, b) => a - b)
  }
  const earlier = inOrder(rows.earlierShifts)
    .filter(({ endsAtMs }) => endsAtMs > time.fromMs)
    .map(({ operatorId, startsAtMs, endsAtMs }) => ({
      queues: queuesOf(operatorId),
      fromSeconds: seconds(startsAtMs),
      toSeconds: seconds(endsAtMs),
      breaks: [],
    }))
  const own = inOrder(shifts).map(({ operatorId, startsAt, endsAt, breaks }) => ({
    queues: queuesOf(operatorId),
    fromSeconds: seconds(startsAt),
    toSeconds: seconds(endsAt),
    breaks: breaks.map((pause) => ({
      fromSeconds: seconds(pause.startsAt),
      toSeconds: seconds(pause.endsAt),
    })),
  }))
  return competenceGroups([...earlier, ...own], works.map(servedQueue))
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
