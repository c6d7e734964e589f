import type { components } from '../../api/schema.d.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'

export type Suggestion = components['schemas']['Suggestions']['suggestions'][number]
export type Move = Suggestion['move']
export type DayPerson = components['schemas']['DayPeople']['people'][number]
export type WhatIfAnswer = components['schemas']['WhatIfAnswer']
type Figures = Suggestion['change']

interface Say {
  readonly t: Translate
  readonly format: Format
}

/** One change in words: `Алия С.: перерыв 13:00 → 14:15`. */
export function moveText(move: Move, people: readonly DayPerson[], say: Say): string {
  // Whoever has been moved meanwhile has another shift: nothing is said of the old one.
  const person = people.find(({ operatorId, shift }) =>
    move.kind === 'call' ? operatorId === move.operatorId : shift?.id === move.shiftId,
  )
  const [from, to] = timesOf(move, person)
  const time = (instant: string): string =>
    Number.isNaN(Date.parse(instant)) ? '…' : say.format.time(Date.parse(instant))
  return say.t(`whatIf.move.${move.kind}`, {
    name: person?.name ?? '',
    from: time(from),
    to: time(to),
  })
}

/** The two instants that a move speaks of. */
function timesOf(move: Move, person: DayPerson | undefined): readonly [string, string] {
  const { startsAt = '', endsAt = '' } = person?.shift ?? {}
  switch (move.kind) {
    case 'break':
      return [move.breakStartsAt, move.startsAt]
    case 'drop':
      return [startsAt, endsAt]
    case 'call':
      return [move.startsAt, endOf(move.startsAt, spanOf(person, move.shape))]
    case 'shape':
      return [endsAt, endOf(startsAt, spanOf(person, move.shape))]
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
export function figuresText(change: Figures, { t, format }: Say): string {
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
