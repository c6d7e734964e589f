import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'

/** A term of the service's own: the law asks for an answer and names no day. */
export const ANSWER_DAYS = 15

/**
 * The last day on which an objection is answered in time. An answer about a shift that has been worked is
 * of no use, so it comes before the shift's day; on the same day if there is none left.
 *
 * @param shiftDay null for what is not a shift
 */
export function answerBy(today: LocalDate, shiftDay: LocalDate | null): LocalDate {
  const usual = addDays(today, ANSWER_DAYS)
  if (shiftDay === null || shiftDay > usual) return usual
  const before = addDays(shiftDay, -1)
  return before < today ? today : before
}
