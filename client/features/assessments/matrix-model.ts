import type { components } from '../../api/schema.d.ts'
import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

export type Matrix = components['schemas']['CompetenceMatrix']

/** `missing`: never assessed. `due`: valid for 30 more days at most. */
export const CELL_STATES = ['expired', 'due', 'valid', 'missing'] as const
export type CellState = (typeof CELL_STATES)[number]

export interface MatrixCell {
  readonly level: number
  readonly assessedOn: string
  readonly validUntil: string | null
  readonly state: CellState
}

export interface MatrixRow {
  readonly id: string
  readonly fullName: string
  readonly siteCode: string
  readonly teamCode: string | null
  /** One for each competence; null was never assessed. */
  readonly cells: readonly (MatrixCell | null)[]
}

const DUE_DAYS = 30
const DAY_MS = 86_400_000
/** From this level on somebody works alone. */
const WORKING_LEVEL = 3

/** The rows of a heat map, in the order of people. */
export function matrixRows(matrix: Matrix): MatrixRow[] {
  const rows = matrix.operators.map((one) => ({
    ...one,
    cells: Array.from({ length: matrix.competences.length }, (): MatrixCell | null => null),
  }))
  for (const { operator, competence, level, assessedOn, validUntil } of matrix.cells) {
    const row = rows[operator]
    if (row === undefined) continue
    const state = stateOf(validUntil, matrix.today)
    row.cells[competence] = { level, assessedOn, validUntil, state }
  }
  return rows
}

/** `validUntil` is the last day of validity. */
export function stateOf(validUntil: string | null, today: string): CellState {
  if (validUntil === null) return 'valid'
  if (validUntil < today) return 'expired'
  return Date.parse(validUntil) - Date.parse(today) <= DUE_DAYS * DAY_MS ? 'due' : 'valid'
}

export interface MatrixFilter {
  readonly search: string
  readonly site: string
  readonly team: string
  /** `2026-12`: people with at least one cell that holds until a day of that month; '' asks nothing. */
  readonly month: string
  /** '' asks nothing; else people with at least one cell of that state; with a month, of both. */
  readonly state: CellState | ''
}

export function filterRows(rows: readonly MatrixRow[], filter: MatrixFilter): MatrixRow[] {
  const search = filter.search.trim().toLocaleLowerCase()
  return rows.filter(
    (row) =>
      (filter.site === '' || row.siteCode === filter.site) &&
      (filter.team === '' || row.teamCode === filter.team) &&
      row.fullName.toLocaleLowerCase().includes(search) &&
      ((filter.state === '' && filter.month === '') ||
        row.cells.some((cell) => isAsked(cell, filter))),
  )
}

function isAsked(
  cell: MatrixCell | null,
  { state, month }: Pick<MatrixFilter, 'state' | 'month'>,
): boolean {
  const isOfState = state === '' || (cell?.state ?? 'missing') === state
  return isOfState && (month === '' || cell?.validUntil?.startsWith(month) === true)
}

/** Every month in which something that people hold ends, in order, as `2026-12`. */
export function endingMonths(rows: readonly MatrixRow[]): string[] {
  const months = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.validUntil?.slice(0, 7) ?? [])),
  )
  return [...months].toSorted()
}

/** How many of the people may work alone in a competence today. */
export function ableCount(rows: readonly MatrixRow[], competence: number): number {
  return rows.filter(({ cells }) => {
    const cell = cells[competence] ?? null
    return cell !== null && cell.state !== 'expired' && cell.level >= WORKING_LEVEL
  }).length
}

/** How many cells of each state a set of rows has. */
export function stateCounts(rows: readonly MatrixRow[]): Readonly<Record<CellState, number>> {
  const counts = { expired: 0, due: 0, valid: 0, missing: 0 }
  for (const { cells } of rows) for (const cell of cells) counts[cell?.state ?? 'missing']++
  return counts
}

/** A short heading for a column: `19.1` of the order, else the last part of the code. */
export function shortCode(code: string): string {
  return /^\d/.test(code) ? code : (code.split('.').at(-1) ?? code)
}

/** How much of what people can do has expired, and how much is about to. */
export function matrixAnswer(rows: readonly MatrixRow[], t: Translate): Answer {
  const { expired, due } = stateCounts(rows)
  return {
    text: t('matrix.answer', { people: rows.length, expired, due }),
    tone: expired > 0 ? 'law' : 'covered',
  }
}
