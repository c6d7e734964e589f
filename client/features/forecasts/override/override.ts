import { fromLocalInput } from '../../../lib/centre-time.ts'

/** What becomes of the contacts of a span together; the shape inside it stays. */
export const OVERRIDE_KINDS = ['scale', 'add', 'set'] as const

export type OverrideKind = (typeof OVERRIDE_KINDS)[number]

export interface Override {
  readonly kind: OverrideKind
  /** Contacts of the whole span; for `scale` a ratio, 1.2 being a fifth more. */
  readonly value: number
  /** Half-open, epoch milliseconds. */
  readonly startMs: number
  readonly endMs: number
  readonly reason: string
  /** The event that the change hangs on; undefined where it is about the hours themselves. */
  readonly eventId?: string | undefined
}

/** As the form holds it. */
export interface OverrideDraft {
  readonly kind: OverrideKind
  /** Values of `datetime-local` fields, on the centre's clock. */
  readonly from: string
  readonly to: string
  /** Contacts; for `scale` the change in per cent, −20 being a fifth less. */
  readonly value: string | number
  readonly reason: string
  /** The event that was chosen, as long as its hours are left as they are. */
  readonly eventId?: string | undefined
}

export type OverrideFault = 'span' | 'value' | 'reason'

export type ReadOverride =
  | { readonly kind: 'ready'; readonly override: Override }
  | { readonly kind: 'refused'; readonly faults: readonly OverrideFault[] }

/** Reads what was typed. Contacts cannot become negative, and a change needs a reason. */
export function readOverride(draft: OverrideDraft, timeZone: string): ReadOverride {
  const startMs = fromLocalInput(draft.from, timeZone)
  const endMs = fromLocalInput(draft.to, timeZone)
  const value = typedValue(draft)
  const reason = draft.reason.trim()
  const faults: OverrideFault[] = []
  const hasSpan = startMs !== null && endMs !== null && startMs < endMs
  if (!hasSpan) faults.push('span')
  if (!Number.isFinite(value) || (draft.kind !== 'add' && value < 0)) faults.push('value')
  if (reason === '') faults.push('reason')
  return hasSpan && faults.length === 0
    ? {
        kind: 'ready',
        override: {
          kind: draft.kind,
          value,
          startMs,
          endMs,
          reason,
          ...(draft.eventId === undefined ? {} : { eventId: draft.eventId }),
        },
      }
    : { kind: 'refused', faults }
}

/** Contacts, or a ratio; NaN where nothing was typed. */
function typedValue({ kind, value }: Pick<OverrideDraft, 'kind' | 'value'>): number {
  const typed = value === '' ? Number.NaN : Number(value)
  return kind === 'scale' ? 1 + typed / 100 : typed
}

/** What a span would bring after an override; null while what was typed is no number. */
export function totalAfter(
  total: number,
  { kind, value }: Pick<OverrideDraft, 'kind' | 'value'>,
): number | null {
  const typed = value === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(typed)) return null
  if (kind === 'set') return Math.max(0, typed)
  return Math.max(0, kind === 'add' ? total + typed : total * (1 + typed / 100))
}
