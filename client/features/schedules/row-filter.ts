import type { PersonRow } from './shift-grid/shift-grid-model.ts'

export type RowOrder = 'name' | 'start' | 'hours'

export interface RowFilter {
  /** Part of a name or of what stands beside it, in any case. */
  readonly search: string
  readonly site: string | null
  readonly team: string | null
  /** People who may be given this queue. */
  readonly queueId: string | null
  readonly order: RowOrder
}

export const EVERYBODY: RowFilter = {
  search: '',
  site: null,
  team: null,
  queueId: null,
  order: 'name',
}

/**
 * The people to show, in order: by name, by first start in the span, or by how far paid hours are
 * from what the contract asks, the farthest first.
 *
 * @param fromMs shifts that start before it do not count for the order by start
 */
export function filteredRows(
  rows: readonly PersonRow[],
  filter: RowFilter,
  fromMs: number,
): PersonRow[] {
  const words = filter.search
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  const shown = rows.filter((row) => {
    const text = `${row.name} ${row.detail}`.toLocaleLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (filter.site === null || row.site === filter.site) &&
      (filter.team === null || row.team === filter.team) &&
      (filter.queueId === null || row.queueIds.includes(filter.queueId))
    )
  })
  const byName = (a: PersonRow, b: PersonRow): number => a.name.localeCompare(b.name, 'kk')
  if (filter.order === 'name') return shown.toSorted(byName)
  const key = filter.order === 'start' ? (row: PersonRow) => firstStart(row, fromMs) : hoursOff
  return shown.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    return x === y ? byName(a, b) : x < y ? -1 : 1
  })
}

function firstStart({ shifts }: PersonRow, fromMs: number): number {
  return shifts.find(({ startMs }) => startMs >= fromMs)?.startMs ?? Infinity
}

/** The farther from the norm, the smaller: such people come first. */
function hoursOff({ paidSeconds, contractSeconds }: PersonRow): number {
  return contractSeconds === null ? 0 : -Math.abs(paidSeconds - contractSeconds)
}
