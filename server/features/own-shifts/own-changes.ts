import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import type { OwnChange, Span } from './own-shifts.schema.ts'

/**
 * What is another now than it was when it was seen, by the centre's own days and in their order. Days
 * before `from` are over and count no more.
 */
export function ownChanges(
  seen: readonly Span[],
  now: readonly Span[],
  { from, zone }: { readonly from: LocalDate; readonly zone: string },
): OwnChange[] {
  const dayOf = ({ startsAt }: Span): LocalDate =>
    localDateOf(Date.parse(startsAt) as EpochMs, zone)
  const [old, fresh] = [seen, now].map((spans) => new Map(spans.map((span) => [dayOf(span), span])))
  const days = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])]
  return days
    .filter((day) => day >= from)
    .toSorted()
    .flatMap((day) => {
      const [before = null, after = null] = [old?.get(day), fresh?.get(day)]
      return isSame(before, after) ? [] : [{ before, after }]
    })
}

function isSame(one: Span | null, other: Span | null): boolean {
  return (
    Date.parse(one?.startsAt ?? '') === Date.parse(other?.startsAt ?? '') &&
    Date.parse(one?.endsAt ?? '') === Date.parse(other?.endsAt ?? '')
  )
}
