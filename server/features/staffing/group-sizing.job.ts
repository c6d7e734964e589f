import { localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { SizedGroups } from '#forecasting/simulation/size-groups.ts'
import type { QueueSettings } from '#forecasting/staffing/require-staff.ts'
import { combinedShrinkage, rosteredFor } from '#forecasting/staffing/shrinkage.ts'
import { type Db, inCenter } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { JobHandler } from '#server/platform/jobs/jobs.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readCompetenceGroups } from '../schedules/schedules.service.ts'
import { type GroupedQueue, groupProblem, groupsFor, type SizedGroup } from './group-problem.ts'
import type { GroupSizingInput } from './group-sizing.compute.ts'
import { type GroupOutcome, insertGroupRequirement } from './group-sizing.queries.ts'
import type { NewGroupSizing } from './group-sizing.schema.ts'
import { readRequirementPoints } from './staffing.queries.ts'
import { requireRequirement } from './staffing.service.ts'

const COMPETENCE_COST_DEFAULT = 0.1
const SEED_DEFAULT = 1

/** An order for the groups of one interval of a requirement. */
export interface GroupSizingOrder extends NewGroupSizing {
  readonly requirementId: string
}

/** How many people of each combination of competences an interval needs, beside what its queues need alone. */
export const groupSizingJob: JobHandler = async (context) => {
  const order = context.input as GroupSizingOrder
  const { requirementId, competenceCost = COMPETENCE_COST_DEFAULT, seed = SEED_DEFAULT } = order
  const { queues, groups, startsAt } = await inCenter(context.db, context.scope, (db) =>
    readInterval(db, order),
  )
  const dedicated = queues.reduce((sum, { agents }) => sum + agents, 0)
  const sized = await context.compute.run<GroupSizingInput, SizedGroups>({
    module: new URL('group-sizing.compute.ts', import.meta.url),
    name: 'computeGroupSizing',
    input: { problem: groupProblem(queues, groups, competenceCost), seed, dedicated },
    signal: context.signal,
    onProgress: (share, stage, soFar) => context.report(share, stage, soFar),
  })
  context.report(1, 'store')
  const id = await inCenter(context.db, context.scope, (db) =>
    insertGroupRequirement(db, {
      centerId: context.scope.centerId,
      requirementId,
      startsAt,
      seed,
      outcome: outcomeOf(sized, queues, groups),
      madeBy: context.scope.actorName,
    }),
  )
  return { groupRequirementId: id, requirementId, startsAt: startsAt.toISOString() }
}

/** The start of the interval that an instant lies in, on the grid of a centre's intervals. */
export function intervalStart(at: string, intervalMinutes: number): Date {
  const stepMs = intervalMinutes * 60_000
  return new Date(Math.floor(Date.parse(at) / stepMs) * stepMs)
}

async function readInterval(db: Db, { requirementId, at }: GroupSizingOrder) {
  const { settings } = await requireRequirement(db, requirementId)
  const center = await readCenterSettings(db)
  const from = intervalStart(at, center.intervalMinutes)
  const to = new Date(from.getTime() + center.intervalMinutes * 60_000)
  const kept = settings as Readonly<Record<string, QueueSettings>>
  const queues: GroupedQueue[] = []
  for (const { id, code } of center.queues) {
    const [point] = await readRequirementPoints(db, requirementId, { queueId: id, from, to })
    const own = kept[code]
    if (point === undefined || own === undefined || point.agents === 0) continue
    const { ahtSeconds, contactsInHand, agents } = point
    if (ahtSeconds === null) continue
    queues.push({
      queueId: id,
      settings: own,
      ahtSeconds,
      contactsInHand: contactsInHand ?? (point.contacts * ahtSeconds) / own.intervalSeconds,
      agents,
    })
  }
  if (queues.length === 0) throw new ProblemError('interval-needs-nobody')
  const monday = mondayOf(localDateOf(from.getTime() as EpochMs, center.timezone))
  return {
    queues,
    groups: groupsFor(queues, await readCompetenceGroups(db, monday)),
    startsAt: from,
  }
}

function outcomeOf(
  sized: SizedGroups,
  queues: readonly GroupedQueue[],
  groups: readonly SizedGroup[],
): GroupOutcome {
  return {
    isFinished: sized.isFinished,
    agents: sized.agents.reduce((a, b) => a + b, 0),
    dedicatedAgents: queues.reduce((sum, { agents }) => sum + agents, 0),
    groups: groups.flatMap(({ queueIds, people }, index) => {
      const agents = sized.agents[index] ?? 0
      if (agents === 0 && people === 0) return []
      const shrinkage = shrinkageOf(queues.filter(({ queueId }) => queueIds.includes(queueId)))
      return [{ queueIds: [...queueIds], agents, rostered: rosteredFor(agents, shrinkage), people }]
    }),
    queues: queues.map(({ queueId, agents, settings }, index) => {
      const { asaSeconds = 0, lostShare = 0, serviceLevel = 1 } = sized.outcomes[index] ?? {}
      return {
        queueId,
        dedicatedAgents: agents,
        asaSeconds,
        abandonShare: lostShare,
        serviceLevel: isServicePromised(settings) ? serviceLevel : null,
      }
    }),
  }
}

/** Deferred work is promised its deadline instead. */
function isServicePromised({ deadlineSeconds, targets }: QueueSettings): boolean {
  return deadlineSeconds === undefined && targets.serviceLevel !== undefined
}

/** Whoever serves several queues is away as often as these have it on average. */
function shrinkageOf(queues: readonly GroupedQueue[]): number {
  const shares = queues.map(({ settings }) =>
    combinedShrinkage(settings.shrinkagePlanned, settings.shrinkageUnplanned),
  )
  return shares.reduce((a, b) => a + b, 0) / Math.max(1, shares.length)
}
