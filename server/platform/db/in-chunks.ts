import { setImmediate as othersFirst } from 'node:timers/promises'

/** Rows of one statement: PostgreSQL takes 65,535 values, and a person has a dozen. */
const CHUNK_ROWS = 250

/**
 * Rows for one statement each: between two of them others are answered, for the embedded database works in
 * the thread of all requests.
 *
 * @yields {readonly Row[]} at most `CHUNK_ROWS`
 */
export async function* inChunks<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    await othersFirst()
    yield rows.slice(from, from + CHUNK_ROWS)
  }
}
