import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { HistoryImportRow } from './history-layer.queries.ts'
import type { Trait } from './trait-counts.ts'

/** Contacts of one queue and local day with one language or topic. */
export interface QueueTraitCount {
  readonly queueId: QueueId
  readonly day: string
  readonly trait: Trait
  /** Empty: the file does not say it. */
  readonly name: string
  readonly contacts: number
}

const ROWS_PER_STATEMENT = 5000

/** Keeps what a layer's file said of its contacts; parts of one queue, day and name are added up. */
export async function insertTraitCounts(
  db: Db,
  { center_id: centerId, layer }: HistoryImportRow,
  counts: readonly QueueTraitCount[],
): Promise<void> {
  for (let from = 0; from < counts.length; from += ROWS_PER_STATEMENT) {
    const part = counts.slice(from, from + ROWS_PER_STATEMENT)
    await sql`
      insert into contact_trait (center_id, layer, queue_id, day, trait, name, contacts)
      select ${centerId}::uuid, ${layer}::int, queue_id, day::date, trait, name, sum(contacts)
        from unnest(
          ${part.map(({ queueId }) => queueId)}::uuid[],
          ${part.map(({ day }) => day)}::text[],
          ${part.map(({ trait }) => trait)}::text[],
          ${part.map(({ name }) => name)}::text[],
          ${part.map(({ contacts }) => contacts)}::int[])
          as told (queue_id, day, trait, name, contacts)
       group by queue_id, day, trait, name
          on conflict on constraint contact_trait_pkey do update set
             contacts = contact_trait.contacts + excluded.contacts`.execute(db)
  }
}

/** Counts of a queue's days from the layers in force, ascending by day; of two for one day the later. */
export async function readTraitCounts(
  db: Db,
  queueId: QueueId,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly Omit<QueueTraitCount, 'queueId'>[]> {
  const { rows } = await sql<Omit<QueueTraitCount, 'queueId'>>`
    select to_char(day, 'YYYY-MM-DD') as day, trait, name, contacts
      from (
        select counts.day, counts.trait, counts.name, counts.contacts, counts.layer,
               max(counts.layer) over (partition by counts.trait, counts.day) as latest
          from contact_trait as counts
          join history_import as import
            on import.center_id = counts.center_id and import.layer = counts.layer
           and import.withdrawn_at is null
         where counts.queue_id = ${queueId} and counts.day >= ${from}::date and counts.day < ${to}::date
      ) as told
     where layer = latest
     order by day, trait, name`.execute(db)
  return rows
}
