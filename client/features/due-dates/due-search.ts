import type { DueView } from './due-days.ts'
import { DUE_KINDS, type DueKind } from './due-groups.ts'

/** What the address says of the calendar: what asks nothing is left out. */
export interface DueSearch {
  /** A day in the month or week that is shown; absent: today. */
  readonly at?: string
  readonly view?: DueView
  readonly kind?: DueKind
  readonly team?: string
  /** The one day whose entries are listed. */
  readonly day?: string
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u

export function readDueSearch(search: Readonly<Record<string, unknown>>): DueSearch {
  const { at, view, kind, team, day } = search
  const known = DUE_KINDS.find((one) => one === kind)
  return {
    ...(isDate(at) ? { at } : {}),
    ...(view === 'week' ? { view } : {}),
    ...(known === undefined ? {} : { kind: known }),
    ...(typeof team === 'string' && team !== '' ? { team } : {}),
    ...(isDate(day) ? { day } : {}),
  }
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value))
}
