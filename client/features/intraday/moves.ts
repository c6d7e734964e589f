import type { components } from '../../api/schema.d.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'

export type Suggestion = components['schemas']['Suggestions']['suggestions'][number]
export type Move = Suggestion['move']
export type DayPerson = components['schemas']['DayPeople']['people'][number]
export type WhatIfAnswer = components['schemas']['WhatIfAnswer']
type Figures = Suggestion['change']

/** One change in words: `Алия С.: перерыв 13:00 → 14:15`. */
export function moveText(
  move: Move,
  people: readonly DayPerson[],
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  // Whoever has been moved meanwhile has another shift: nothing is said of the old one.
  const time = (instant: string): string =>
    Number.isNaN(Date.parse(instant)) ? '…' : format.time(Date.parse(instant))
  const person = people.find(({ operatorId, shift }) =>
    move.kind === 'call' ? operatorId === move.operatorId : shift?.id === move.shiftId,
  )
  const name = person?.name ?? ''
  switch (move.kind) {
    case 'break':
      return t('whatIf.move.break', {
        name,
        from: time(move.breakStartsAt),
        to: time(move.startsAt),
      })
    case 'drop':
      return t('whatIf.move.drop', {
        name,
        from: time(person?.shift?.startsAt ?? ''),
        to: time(person?.shift?.endsAt ?? ''),
      })
    case 'call':
      return t('whatIf.move.call', {
        name,
        from: time(move.startsAt),
        to: time(endOf(move.startsAt, spanOf(person, move.shape))),
      })
    case 'shape': {
      const start = person?.shift?.startsAt ?? ''
      return t('whatIf.move.shape', {
        name,
        from: time(person?.shift?.endsAt ?? ''),
        to: time(endOf(start, spanOf(person, move.shape))),
      })
    }
  }
}

/** When a shift of a length ends. */
export function endOf(startsAt: string, spanMinutes: number): string {
  const startMs = Date.parse(startsAt)
  return Number.isNaN(startMs) ? '' : new Date(startMs + spanMinutes * 60_000).toISOString()
}

function spanOf(person: DayPerson | undefined, shape: string): number {
  return person?.shapes.find(({ code }) => code === shape)?.spanMinutes ?? 0
}

/** What changes for clients, in words: only what does. */
export function figuresText(
  change: Figures,
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  const parts = [
    ...(change.missed === 0
      ? []
      : [t('whatIf.effect.missed', { count: format.signed(change.missed) })]),
    ...(Math.abs(change.lost) < 0.05
      ? []
      : [t('whatIf.effect.lost', { count: format.signed(change.lost, 1) })]),
    ...(Math.abs(change.waitHours) < 0.02
      ? []
      : [t('whatIf.effect.wait', { minutes: format.signed(change.waitHours * 60) })]),
  ]
  return parts.length === 0 ? t('whatIf.effect.none') : parts.join(', ')
}

export function isSameMove(a: Move, b: Move): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
