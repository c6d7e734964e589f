import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { QueueId } from '#forecasting/kernel/units.ts'
import type { CountedDay } from '#forecasting/volume/contact-shares.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Trait } from './trait-counts.ts'
import { type QueueTraitCount, readTraitCounts } from './traits.queries.ts'

/** A queue's days by language or topic, and how many of their contacts were told apart. */
export interface TraitDays {
  readonly days: readonly CountedDay[]
  /** 0..1, of the contacts of those days; null without any. */
  readonly toldShare: number | null
}

/** What imports have told of a queue's contacts, by what they can be told apart by. */
export async function readTraits(
  db: Db,
  queueId: QueueId,
  span: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Readonly<Record<Trait, TraitDays>>> {
  const counts = await readTraitCounts(db, queueId, span)
  const of = (trait: Trait): TraitDays => traitDays(counts.filter((one) => one.trait === trait))
  return { language: of('language'), topic: of('topic') }
}

/** @param counts of one trait */
function traitDays(counts: readonly Omit<QueueTraitCount, 'queueId' | 'trait'>[]): TraitDays {
  const byDay = Map.groupBy(counts, ({ day }) => day)
  const days = [...byDay].map(([day, own]) => ({
    date: day as LocalDate,
    contacts: new Map(own.flatMap(({ name, contacts }) => (name === '' ? [] : [[name, contacts]]))),
  }))
  const all = counts.reduce((sum, { contacts }) => sum + contacts, 0)
  const told = counts.reduce((sum, { name, contacts }) => sum + (name === '' ? 0 : contacts), 0)
  return { days, toldShare: all === 0 ? null : told / all }
}
