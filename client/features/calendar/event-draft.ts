import { fromLocalInput, toLocalInput } from '../../lib/centre-time.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import { wholeName } from '../../lib/whole-name.ts'

export const EVENT_KINDS = ['campaign', 'outage', 'other'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** As the form holds it. */
export interface EventDraft {
  readonly kind: EventKind
  readonly name: Readonly<Record<Locale, string>>
  /** Values of `datetime-local` fields, on the centre's clock; the end is outside. */
  readonly from: string
  readonly to: string
  /** Empty for every queue. */
  readonly queueId: string
}

export interface NewEvent {
  readonly kind: EventKind
  readonly name: Readonly<Record<Locale, string>>
  readonly from: string
  readonly to: string
  readonly queueId: string | null
}

export type EventFault = 'name' | 'span'

export type ReadEvent =
  | { readonly kind: 'ready'; readonly event: NewEvent }
  | { readonly kind: 'refused'; readonly faults: readonly EventFault[] }

/** An event as its form holds it. */
export function draftOf(event: NewEvent, timeZone: string): EventDraft {
  return {
    kind: event.kind,
    name: event.name,
    from: toLocalInput(Date.parse(event.from), timeZone),
    to: toLocalInput(Date.parse(event.to), timeZone),
    queueId: event.queueId ?? '',
  }
}

/** Reads what was typed. A name that is given in one language stands for the others too. */
export function readEvent(draft: EventDraft, timeZone: string): ReadEvent {
  const startMs = fromLocalInput(draft.from, timeZone)
  const endMs = fromLocalInput(draft.to, timeZone)
  const name = wholeName(draft.name)
  const hasSpan = startMs !== null && endMs !== null && startMs < endMs
  if (name === null || !hasSpan) {
    return {
      kind: 'refused',
      faults: [
        ...(name === null ? (['name'] as const) : []),
        ...(hasSpan ? [] : (['span'] as const)),
      ],
    }
  }
  return {
    kind: 'ready',
    event: {
      kind: draft.kind,
      name,
      from: new Date(startMs).toISOString(),
      to: new Date(endMs).toISOString(),
      queueId: draft.queueId === '' ? null : draft.queueId,
    },
  }
}
