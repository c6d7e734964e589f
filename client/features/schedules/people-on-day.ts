import type { ScaleDay } from '../../lib/time-scale.ts'
import type { PersonRow, ShiftView } from './shift-grid/shift-grid-model.ts'

export interface PersonOnDay {
  readonly person: PersonRow
  readonly shift: ShiftView
}

/** Who comes on a day, in order of their coming; who is away, and why; who has no shift. */
export function onDay(
  rows: readonly PersonRow[],
  day: ScaleDay,
): {
  readonly working: readonly PersonOnDay[]
  readonly away: readonly { readonly person: PersonRow; readonly label: string }[]
  readonly free: readonly PersonRow[]
} {
  const working = rows
    .flatMap((person) =>
      person.shifts
        .filter(({ startMs }) => startMs >= day.startMs && startMs < day.endMs)
        .map((shift) => ({ person, shift })),
    )
    .toSorted((a, b) => a.shift.startMs - b.shift.startMs)
  const busy = new Set(working.map(({ person }) => person.id))
  const idle = rows.filter(({ id }) => !busy.has(id))
  const away = idle.flatMap((person) => {
    const absence = person.absences.find(
      ({ startMs, endMs }) => startMs < day.endMs && endMs > day.startMs,
    )
    return absence === undefined ? [] : [{ person, label: absence.label }]
  })
  const gone = new Set(away.map(({ person }) => person.id))
  return { working, away, free: idle.filter(({ id }) => !gone.has(id)) }
}
