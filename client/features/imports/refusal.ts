import type { ProblemPlace } from '../../lib/problem.ts'
import type { RefusedRow } from './import-report-model.ts'

/** Why a file was not taken, sorted by what can be done about it. */
export interface Refusal {
  /** Names in the file that the centre has no queue for: they can be mapped. */
  readonly unknownQueues: readonly string[]
  /** Faults at a place of the file, or of the file as a whole. */
  readonly rows: readonly RefusedRow[]
  /** True when without the rows that are named the file could be taken. */
  readonly canSkipRows: boolean
}

const QUEUE = 'queue '
const ROW = /^row (\d+)(?:, column (.*))?$/s
const COLUMN = /^column (.*)$/s

/** Reads the places of a `file-refused` problem, which name a row, a column or a queue. */
export function readRefusal(places: readonly ProblemPlace[]): Refusal {
  const unknownQueues: string[] = []
  const rows: RefusedRow[] = []
  for (const { pointer, detail } of places) {
    if (pointer.startsWith(QUEUE)) unknownQueues.push(pointer.slice(QUEUE.length))
    else rows.push({ ...placeOf(pointer), reason: detail })
  }
  return {
    unknownQueues,
    rows,
    canSkipRows: rows.length > 0 && rows.every(({ row }) => row !== null && row > 1),
  }
}

function placeOf(pointer: string): Pick<RefusedRow, 'row' | 'column'> {
  const atRow = ROW.exec(pointer)
  if (atRow !== null) return { row: Number(atRow[1]), column: atRow[2] ?? null }
  return { row: null, column: COLUMN.exec(pointer)?.[1] ?? null }
}
