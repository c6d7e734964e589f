/**
 * A requirement of first tries. A history counts whoever gave up and called again twice, so that a
 * forecast of it asks for the people whom yesterday's lack of people made necessary. Here the forecast
 * is brought down to first tries, and given back only the redials that the new agents still leave.
 */
import {
  type QueueSettings,
  type RequiredInterval,
  requireStaff,
  type StaffedInterval,
} from './require-staff.ts'

export interface FirstTriesOf {
  /** First tries among the offered contacts of the history, in `(0, 1]`. */
  readonly share: number
  /** Of those who give up, who try again, in `[0, 1)`. */
  readonly redialShare: number
}

/** What is left after so many turns is the step of one whole agent: few are lost, fewer try again. */
const TURNS = 3

/**
 * @returns the requirement, and the contacts of each interval that it was made for: first tries, and
 *   the redials of those whom its agents lose, a₀/(1 − r·P) as in `retrials.ts`
 */
export function requireFirstTries(
  intervals: readonly StaffedInterval[],
  settings: QueueSettings,
  { share, redialShare }: FirstTriesOf,
): { readonly required: RequiredInterval[]; readonly contacts: number[] } {
  const first = intervals.map(({ contacts }) => contacts * share)
  let contacts = first
  let required = staffed(intervals, contacts, settings)
  for (let turn = 0; turn < TURNS; turn++) {
    contacts = first.map((tries, t) => tries / (1 - redialShare * (required[t]?.abandonShare ?? 0)))
    required = staffed(intervals, contacts, settings)
  }
  return { required, contacts }
}

function staffed(
  intervals: readonly StaffedInterval[],
  contacts: readonly number[],
  settings: QueueSettings,
): RequiredInterval[] {
  return requireStaff(
    intervals.map((interval, t) => ({ ...interval, contacts: contacts[t] ?? 0 })),
    settings,
  )
}
