import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { GroupRequirement } from './group-sizing.schema.ts'

/** The part that is stored as it is shown. */
export type GroupOutcome = Pick<
  GroupRequirement,
  'isFinished' | 'agents' | 'dedicatedAgents' | 'groups' | 'queues'
>

export async function insertGroupRequirement(
  db: Db,
  sized: {
    readonly centerId: CenterId
    readonly requirementId: string
    readonly startsAt: Date
    readonly seed: number
    readonly outcome: GroupOutcome
    readonly madeBy: string
  },
): Promise<string> {
  const { id } = await db
    .insertInto('group_requirement')
    .values({
      center_id: sized.centerId,
      requirement_id: sized.requirementId,
      starts_at: sized.startsAt,
      seed: sized.seed,
      outcome: JSON.stringify(sized.outcome),
      made_by: sized.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The latest for an interval. */
export async function findGroupRequirement(
  db: Db,
  requirementId: string,
  startsAt: Date,
): Promise<GroupRequirement | undefined> {
  const row = await db
    .selectFrom('group_requirement')
    .selectAll()
    .where('requirement_id', '=', requirementId)
    .where('starts_at', '=', startsAt)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    requirementId: row.requirement_id,
    startsAt: row.starts_at.toISOString(),
    seed: row.seed,
    ...(row.outcome as GroupOutcome),
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }
}
