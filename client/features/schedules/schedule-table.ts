import type { Format } from '../../lib/i18n/format.ts'
import type { ScaleDay } from '../../lib/time-scale.ts'
import type { TsvColumn } from '../../lib/tsv.ts'
import type { PersonRow } from './shift-grid/shift-grid-model.ts'

/** What stands in the cell of a person and a day, on paper and in a spreadsheet. */
export function dayText(
  person: PersonRow,
  day: ScaleDay,
  { format, home }: { readonly format: Format; readonly home: string },
): string {
  const shifts = person.shifts.filter(
    ({ startMs }) => startMs >= day.startMs && startMs < day.endMs,
  )
  if (shifts.length > 0) {
    return shifts
      .map(({ startMs, endMs, place }) => {
        const hours = format.timeRange(startMs, endMs)
        return place.at === 'home' ? `${hours} (${home})` : hours
      })
      .join(', ')
  }
  const absence = person.absences.find(
    ({ startMs, endMs }) => startMs < day.endMs && endMs > day.startMs,
  )
  return absence?.label ?? ''
}

interface TableWords {
  readonly person: string
  readonly detail: string
  readonly paid: string
  readonly owed: string
  /** Said of shifts that are worked there. */
  readonly home: string
}

/** A schedule as a spreadsheet gets it: a row a person, a column a day, then hours. */
export function scheduleColumns(
  days: readonly ScaleDay[],
  format: Format,
  words: TableWords,
): TsvColumn<PersonRow>[] {
  const hours = (seconds: number): number => Math.round((seconds / 3600) * 100) / 100
  return [
    { header: words.person, value: ({ name }) => name },
    { header: words.detail, value: ({ detail }) => detail },
    ...days.map((day) => ({
      header: format.shortDay(day.startMs),
      value: (person: PersonRow) => dayText(person, day, { format, home: words.home }),
    })),
    { header: words.paid, value: ({ paidSeconds }) => hours(paidSeconds) },
    {
      header: words.owed,
      value: ({ contractSeconds }) => (contractSeconds === null ? null : hours(contractSeconds)),
    },
  ]
}
