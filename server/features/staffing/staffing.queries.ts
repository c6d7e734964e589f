import { sql } from 'kysely'

import type { CenterId, QueueId } from '#forecasting/kernel/units.ts'
import type { RequiredInterval } from '#forecasting/staffing/require-staff.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Staffed } from './requirement-staleness.ts'
import type { Requirement, RequirementPoints } from './staffing.schema.ts'

/** A stored version, and what tells whether it still stands. */
export type StoredRequirement = Omit<Requirement, 'staleBecause'> & Staffed

/** The latest versions, newest first. */
export async function listRequirements(db: Db): Promise<readonly StoredRequirement[]> {
  const rows = await selectRequirements(db)
    .orderBy('requirement.version', 'desc')
    .limit(50)
    .execute()
  return rows.map(present)
}

export async function findRequirement(db: Db, id: string): Promise<StoredRequirement | undefined> {
  const row = await selectRequirements(db).where('requirement.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : present(row)
}

function selectRequirements(db: Db) {
  return db
    .selectFrom('requirement')
    .innerJoin('forecast', (join) =>
      join
        .onRef('forecast.center_id', '=', 'requirement.center_id')
        .onRef('forecast.id', '=', 'requirement.forecast_id'),
    )
    .selectAll('requirement')
    .select(['forecast.version as forecast_version', 'forecast.from_date', 'forecast.to_date'])
}

type RequirementRecord = Awaited<
  ReturnType<ReturnType<typeof selectRequirements>['executeTakeFirstOrThrow']>
>

function present(row: RequirementRecord): StoredRequirement {
  return {
    id: row.id,
    version: row.version,
    forecastId: row.forecast_id,
    forecastVersion: row.forecast_version,
    fromDate: row.from_date,
    toDate: row.to_date,
    engineVersion: row.engine_version,
    goal: row.goal,
    agentHours: row.agent_hours,
    everyIntervalAgentHours: row.every_interval_agent_hours,
    confidence: row.confidence as Requirement['confidence'],
    firstTries: row.first_tries,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
    overrideIds: row.override_ids,
    settings: row.settings,
  }
}

function jsonOrNull(value: object | null | undefined): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}

export async function insertRequirement(
  db: Db,
  requirement: {
    readonly centerId: CenterId
    readonly forecastId: string
    readonly overrideIds: readonly string[]
    readonly engineVersion: string
    readonly dataHash: string
    readonly settings: object
    readonly goal?: Requirement['goal']
    readonly agentHours?: number
    readonly everyIntervalAgentHours?: number
    readonly confidence?: Requirement['confidence']
    readonly firstTries?: Requirement['firstTries']
    readonly madeBy: string
  },
): Promise<{ readonly id: string; readonly version: number }> {
  return db
    .insertInto('requirement')
    .values((column) => ({
      center_id: requirement.centerId,
      version: column
        .selectFrom('requirement')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('next')),
      forecast_id: requirement.forecastId,
      override_ids: [...requirement.overrideIds],
      engine_version: requirement.engineVersion,
      data_hash: requirement.dataHash,
      settings: JSON.stringify(requirement.settings),
      goal: requirement.goal ?? 'interval',
      agent_hours: requirement.agentHours ?? null,
      every_interval_agent_hours: requirement.everyIntervalAgentHours ?? null,
      confidence: requirement.confidence ?? null,
      first_tries: jsonOrNull(requirement.firstTries),
      made_by: requirement.madeBy,
    }))
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
}

/** What was asked of an interval, beside what it needs. */
export interface RequirementRow extends RequiredInterval {
  readonly contacts: number
  readonly ahtSeconds: number | null
}

const ROWS_PER_STATEMENT = 5000

export async function insertRequirementPoints(
  db: Db,
  place: { readonly centerId: CenterId; readonly requirementId: string; readonly queueId: QueueId },
  points: readonly RequirementRow[],
): Promise<void> {
  for (let from = 0; from < points.length; from += ROWS_PER_STATEMENT) {
    const part = points.slice(from, from + ROWS_PER_STATEMENT)
    const list = <Value>(pick: (row: RequirementRow) => Value): Value[] => part.map(pick)
    await sql`
      insert into requirement_point (
        center_id, requirement_id, queue_id, starts_at, contacts, aht_seconds, agents, rostered,
        binding, band, asa_seconds, service_level, abandon_share, occupancy,
        contacts_in_hand, agents_50, agents_75, agents_90, asa_chance)
      select ${place.centerId}::uuid, ${place.requirementId}::uuid, ${place.queueId}::uuid,
             to_timestamp(start), contacts, aht, agents, rostered, binding, band, asa, level, abandon, occupancy,
             in_hand, at_50, at_75, at_90, chance
        from unnest(
          ${list((row) => row.startMs / 1000)}::float8[],
          ${list((row) => row.contacts)}::float8[],
          ${list((row) => row.ahtSeconds)}::float8[],
          ${list((row) => row.agents)}::int[],
          ${list((row) => row.rostered)}::int[],
          ${list((row) => row.binding)}::text[],
          ${list((row) => row.band)}::text[],
          ${list((row) => row.asaSeconds)}::float8[],
          ${list((row) => row.serviceLevel)}::float8[],
          ${list((row) => row.abandonShare)}::float8[],
          ${list((row) => row.occupancy)}::float8[],
          ${list((row) => row.contactsInHand)}::float8[],
          ${list((row) => row.confidence?.agents50 ?? null)}::int[],
          ${list((row) => row.confidence?.agents75 ?? null)}::int[],
          ${list((row) => row.confidence?.agents90 ?? null)}::int[],
          ${list((row) => row.confidence?.asaChance ?? null)}::float8[])
          as point (start, contacts, aht, agents, rostered, binding, band, asa, level, abandon, occupancy,
                    in_hand, at_50, at_75, at_90, chance)`.execute(db)
  }
}

export async function readRequirementPoints(
  db: Db,
  requirementId: string,
  filter: { readonly queueId: QueueId; readonly from: Date; readonly to: Date },
): Promise<RequirementPoints['points']> {
  const rows = await db
    .selectFrom('requirement_point')
    .selectAll()
    .where('requirement_id', '=', requirementId)
    .where('queue_id', '=', filter.queueId)
    .where('starts_at', '>=', filter.from)
    .where('starts_at', '<', filter.to)
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({
    startsAt: row.starts_at.toISOString(),
    contacts: row.contacts,
    ahtSeconds: row.aht_seconds,
    agents: row.agents,
    rostered: row.rostered,
    binding: row.binding,
    band: row.band,
    asaSeconds: row.asa_seconds,
    serviceLevel: row.service_level,
    abandonShare: row.abandon_share,
    occupancy: row.occupancy,
    contactsInHand: row.contacts_in_hand,
    agents50: row.agents_50,
    agents75: row.agents_75,
    agents90: row.agents_90,
    asaChance: row.asa_chance,
  }))
}

/** A point, and what was kept of its queue when it was made. */
export interface ExplainedPoint {
  readonly startsAt: Date
  readonly contacts: number
  readonly ahtSeconds: number | null
  readonly contactsInHand: number | null
  readonly agents: number
  readonly rostered: number
  readonly binding: string
  readonly band: string | null
  readonly queueCode: string
}

/** The last point of a queue that starts at an instant or before it; undefined if there is none. */
export async function findRequirementPoint(
  db: Db,
  requirementId: string,
  { queueId, at }: { readonly queueId: QueueId; readonly at: Date },
): Promise<ExplainedPoint | undefined> {
  const row = await db
    .selectFrom('requirement_point')
    .innerJoin('queue', (join) =>
      join
        .onRef('queue.center_id', '=', 'requirement_point.center_id')
        .onRef('queue.id', '=', 'requirement_point.queue_id'),
    )
    .selectAll('requirement_point')
    .select('queue.code')
    .where('requirement_id', '=', requirementId)
    .where('queue_id', '=', queueId)
    .where('starts_at', '<=', at)
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    startsAt: row.starts_at,
    contacts: row.contacts,
    ahtSeconds: row.aht_seconds,
    contactsInHand: row.contacts_in_hand,
    agents: row.agents,
    rostered: row.rostered,
    binding: row.binding,
    band: row.band,
    queueCode: row.code,
  }
}

/** The work of every queue in the intervals that start within `[from, to]`, and how it was staffed. */
export async function readWorkAt(
  db: Db,
  requirementId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
) {
  const { settings } = await db
    .selectFrom('requirement')
    .select('settings')
    .where('id', '=', requirementId)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('requirement_point as point')
    .innerJoin('queue', 'queue.id', 'point.queue_id')
    .select([
      'point.queue_id',
      'queue.code',
      'point.starts_at',
      'point.contacts',
      'point.aht_seconds',
      'point.contacts_in_hand',
    ])
    .where('requirement_id', '=', requirementId)
    .where('point.starts_at', '>=', from)
    .where('point.starts_at', '<=', to)
    .execute()
  return {
    settings,
    points: rows.map((row) => ({
      queueId: row.queue_id,
      queueCode: row.code,
      startsAtMs: row.starts_at.getTime(),
      contacts: row.contacts,
      handleSeconds: row.aht_seconds,
      contactsInHand: row.contacts_in_hand,
    })),
  }
}

/** Mean handle time that a requirement reckoned with, seconds, weighed by contacts; null where none was known. */
export async function readUsedHandleSeconds(
  db: Db,
  requirementId: string,
  queueId: QueueId,
): Promise<number | null> {
  const { rows } = await sql<{ seconds: number | null }>`
    select (sum(contacts * aht_seconds) / nullif(sum(contacts), 0))::float8 as seconds
      from requirement_point
     where requirement_id = ${requirementId} and queue_id = ${queueId} and aht_seconds is not null`.execute(
    db,
  )
  return rows[0]?.seconds ?? null
}
