import { randomUUID } from 'node:crypto'

import type { CenterId, OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { SampleQueue } from '../../fixtures/sample/queues.ts'
import type { SampleCentre } from '../../fixtures/sample/sample-centre.ts'
import { known } from './known-code.ts'
import { insertContracts } from './sample-contracts.queries.ts'
import { insertDevelopment } from './sample-development.queries.ts'
import { insertPersonalRows } from './sample-people.queries.ts'

/** Ids by the codes that the sample uses. */
export interface SampleIds {
  readonly queues: ReadonlyMap<string, QueueId>
}

/** Writes a sample centre's settings, people and calendar; its history is a layer of its own. */
export async function insertSampleCentre(
  db: Db,
  centerId: CenterId,
  sample: SampleCentre,
): Promise<SampleIds> {
  const sites = await insertSites(db, centerId, sample)
  const competences = await insertCompetences(db, centerId, sample)
  const queues = await insertQueues(db, centerId, sample.queues, competences)
  const contracts = await insertContracts(db, centerId, sample)
  const operators = new Map(
    sample.operators.map((one) => [one.personnelNumber, randomUUID() as string as OperatorId]),
  )
  await db
    .insertInto('operator')
    .values(
      sample.operators.map((one) => ({
        center_id: centerId,
        id: known(operators, one.personnelNumber),
        personnel_number: one.personnelNumber,
        full_name: one.fullName,
        site_id: known(sites, one.site),
        contract_id: known(contracts, one.contract),
        night_ban: one.nightBan,
        hired_on: one.hiredOn,
        left_on: null,
      })),
    )
    .execute()
  await insertPersonalRows(db, centerId, { sample, operators, competences })
  await insertDevelopment(db, centerId, { sample, operators, competences })
  await insertEvents(db, centerId, sample, queues)
  return { queues }
}

async function insertSites(
  db: Db,
  centerId: CenterId,
  sample: SampleCentre,
): Promise<Map<string, string>> {
  const ids = new Map(sample.sites.map(({ code }) => [code as string, randomUUID() as string]))
  await db
    .insertInto('site')
    .values(
      sample.sites.map(({ code, names, workplaces }) => ({
        center_id: centerId,
        id: known(ids, code),
        code,
        name: JSON.stringify(names),
        workplaces,
      })),
    )
    .execute()
  return ids
}

/** The competences of the order and those of common channels and languages; their ids by code. */
export async function insertCompetences(
  db: Db,
  centerId: CenterId,
  sample: Pick<SampleCentre, 'competences'>,
): Promise<Map<string, string>> {
  const ids = new Map(
    sample.competences.map(({ code }) => [code as string, randomUUID() as string]),
  )
  await db
    .insertInto('competence')
    .values(
      sample.competences.map(({ code, kind, paragraph, names }) => ({
        center_id: centerId,
        id: known(ids, code),
        code,
        kind,
        paragraph,
        name: JSON.stringify(names),
      })),
    )
    .execute()
  return ids
}

async function insertQueues(
  db: Db,
  centerId: CenterId,
  queues: readonly SampleQueue[],
  competences: ReadonlyMap<string, string>,
): Promise<Map<string, QueueId>> {
  const ids = new Map(queues.map(({ code }) => [code as string, randomUUID() as string as QueueId]))
  await db
    .insertInto('queue')
    .values(
      queues.map((queue, position) => queueRow(queue, centerId, known(ids, queue.code), position)),
    )
    .execute()
  await db
    .insertInto('queue_competence')
    .values(
      queues.flatMap(({ code, requirements }) =>
        requirements.map(({ competence, minLevel }) => ({
          center_id: centerId,
          queue_id: known(ids, code),
          competence_id: known(competences, competence),
          min_level: minLevel,
        })),
      ),
    )
    .execute()
  return ids
}

function queueRow(queue: SampleQueue, centerId: CenterId, id: QueueId, position: number) {
  const hours = queue.openingHours.map((day) =>
    day.map(([openMinute, closeMinute]) => ({
      fromMinutes: openMinute,
      toMinutes: closeMinute,
    })),
  )
  return {
    center_id: centerId,
    id,
    code: queue.code,
    name: JSON.stringify(queue.names),
    channel: queue.channel,
    language: queue.language,
    opening_hours: JSON.stringify(hours),
    asa_target_seconds: queue.targets.asaSeconds,
    service_level_share: queue.targets.serviceLevel?.share ?? null,
    service_level_seconds: queue.targets.serviceLevel?.withinSeconds ?? null,
    abandon_share_target: queue.targets.abandonShare,
    max_occupancy: queue.targets.maxOccupancy,
    patience_seconds: queue.patienceSeconds,
    concurrency: queue.concurrency,
    deadline_seconds: queue.deadlineSeconds,
    shrinkage_planned: queue.plannedShrinkage,
    shrinkage_unplanned: queue.unplannedShrinkage,
    position,
  }
}

async function insertEvents(
  db: Db,
  centerId: CenterId,
  { events }: SampleCentre,
  queues: ReadonlyMap<string, QueueId>,
): Promise<void> {
  const rows = events.flatMap(({ kind, names, startMs, endMs, effects }) =>
    Object.keys(effects).map((queue) => ({
      center_id: centerId,
      kind,
      name: JSON.stringify(names),
      starts_at: new Date(startMs),
      ends_at: new Date(endMs),
      queue_id: known(queues, queue),
    })),
  )
  if (rows.length > 0) await db.insertInto('special_event').values(rows).execute()
}
