import type { QueueHistory } from '#forecasting/volume/history.ts'

/** Beneath this share of what is usual, almost nobody came. */
const SILENT_SHARE = 0.1
/** Contacts that should have come: of so many none comes by chance once in 500 million times. */
const EXPECTED_MIN = 20
/** Hours in which fewer than this are usual begin and end no silence. */
const USUAL_MIN = 1

interface Silence {
  readonly startMs: number
  readonly endMs: number
}

/**
 * Stretches of a history in which rows are there and almost nobody comes, though many usually do: a line
 * that was down, an export that lost a part, or a day off that no calendar has.
 *
 * @param usual contacts of the same hour in the weeks around
 * @param isExpected true at instants of which fewer contacts are no surprise: holidays, known outages
 */
export function findSilences(
  { startMs, offered, stepMinutes }: QueueHistory,
  usual: (startMs: number) => number,
  isExpected: (startMs: number) => boolean,
): Silence[] {
  const stepMs = stepMinutes * 60_000
  const found: Silence[] = []
  let run: { startMs: number; endMs: number; expected: number } | null = null
  const close = (): void => {
    if (run !== null && run.expected >= EXPECTED_MIN) {
      found.push({ startMs: run.startMs, endMs: run.endMs })
    }
    run = null
  }
  startMs.forEach((at, i) => {
    const count = offered[i] as number
    const expected = isExpected(at) ? 0 : usual(at)
    const isSilent = count <= SILENT_SHARE * expected
    if (run !== null && (run.endMs !== at || !isSilent)) close()
    if (!isSilent || expected < USUAL_MIN) return
    run = {
      startMs: run?.startMs ?? at,
      endMs: at + stepMs,
      expected: (run?.expected ?? 0) + expected,
    }
  })
  close()
  return found
}
