import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'

import type { Shift } from '../schedules.schema.ts'

/** What a person works on one day of the centre's calendar, by the start of the shift. */
export interface DayCell {
  readonly operatorId: OperatorId
  readonly date: LocalDate
  readonly shifts: readonly Shift[]
}

/** Cells by person and day; a day off has none. */
export type DayCells = ReadonlyMap<string, DayCell>

export function dayCells(shifts: readonly Shift[], timezone: string): DayCells {
  const placed = shifts.map((shift) => ({
    shift,
    date: localDateOf(Date.parse(shift.startsAt) as EpochMs, timezone),
  }))
  const groups = Map.groupBy(placed, ({ shift, date }) => `${shift.operatorId} ${date}`)
  return new Map(
    [...groups].flatMap(([key, own]): [string, DayCell][] => {
      const [first] = own
      if (first === undefined) return []
      const inOrder = own
        .map(({ shift }) => shift)
        .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
      return [[key, { operatorId: first.shift.operatorId, date: first.date, shifts: inOrder }]]
    }),
  )
}

/** Persons and days whose shifts are not the same: in start, shape, breaks or the place set for them. */
export function changedCells(before: DayCells, after: DayCells): Set<string> {
  const keys = new Set([...before.keys(), ...after.keys()])
  return new Set([...keys].filter((key) => nameOf(before.get(key)) !== nameOf(after.get(key))))
}

function nameOf(cell: DayCell | undefined): string {
  const named = (cell?.shifts ?? []).map(({ shape, startsAt, breaks, workPlace }) => [
    shape,
    workPlace,
    Date.parse(startsAt),
    breaks.map((pause) => [pause.kind, Date.parse(pause.startsAt), Date.parse(pause.endsAt)]),
  ])
  return JSON.stringify(named)
}
