import type { components } from '../../api/schema.d.ts'

export type BoardRow = components['schemas']['BoardRow']
export type Board = components['schemas']['Board']

export interface BoardChange extends Board {
  readonly gone: readonly string[]
}

/** The board after a change; rows stay most urgent first, as the server orders them. */
export function changedBoard(board: Board, { gone, rows, ...head }: BoardChange): Board {
  const left = new Set([...gone, ...rows.map(({ operatorId }) => operatorId)])
  const kept = board.rows.filter(({ operatorId }) => !left.has(operatorId))
  return { ...head, rows: [...kept, ...rows].toSorted(byUrgency) }
}

function byUrgency(a: BoardRow, b: BoardRow): number {
  if (a.severity !== b.severity) return a.severity - b.severity
  const [since, other] = [a.outSince ?? a.since ?? '', b.outSince ?? b.since ?? '']
  if (since !== other) return since < other ? -1 : 1
  return a.name.localeCompare(b.name)
}

export const STANDINGS = ['out', 'unknown', 'neutral', 'in', 'off'] as const
export type Standing = (typeof STANDINGS)[number]

/** How a person stands, in the words of the counts. */
function standingOf({ activity, verdict }: BoardRow): Standing {
  return activity === null ? 'off' : verdict
}

export interface BoardCounts {
  readonly byStanding: Readonly<Record<Standing, number>>
  /** Planned to work now, and in a state that the policy takes for it. */
  readonly planned: number
  readonly working: number
  readonly missing: number
}

export function countRows(rows: readonly BoardRow[]): BoardCounts {
  const byStanding = { out: 0, unknown: 0, neutral: 0, in: 0, off: 0 }
  for (const row of rows) byStanding[standingOf(row)]++
  const planned = rows.filter(({ activity }) => activity === 'work')
  return {
    byStanding,
    planned: planned.length,
    working: planned.filter(({ verdict }) => verdict === 'in').length,
    missing: planned.filter(({ verdict }) => verdict === 'out').length,
  }
}

export interface BoardFilter {
  /** Empty shows everybody. */
  readonly standings: readonly Standing[]
  /** Code of a team; null shows every team. */
  readonly team: string | null
  /** Part of a name or of a personnel number. */
  readonly text: string
}

export function rowsOfTeam(rows: readonly BoardRow[], team: string | null): readonly BoardRow[] {
  return team === null ? rows : rows.filter((row) => row.team === team)
}

/** Of the rows of a team, those that are looked for. */
export function filterRows(
  rows: readonly BoardRow[],
  { standings, text }: Pick<BoardFilter, 'standings' | 'text'>,
): BoardRow[] {
  const wanted = text.trim().toLocaleLowerCase()
  return rows.filter(
    (row) =>
      (standings.length === 0 || standings.includes(standingOf(row))) &&
      (wanted === '' ||
        row.name.toLocaleLowerCase().includes(wanted) ||
        row.personnelNumber.toLocaleLowerCase().includes(wanted)),
  )
}

/** `0:07`, `12:30`, `1:02:05`. @param ms below zero counts as zero */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const pair = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${pair(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${pair(minutes % 60)}:${pair(seconds % 60)}`
}
