import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'

/** A term of the service's own: the law asks for an answer and names no day. */
export const ANSWER_DAYS = 15

/**
 * The last day on which an objection is answered in time. An answer about a shift that has been worked, or
 * a session that has been held, is of no use, so it comes before its day; on the same day if there is none left.
 *
 * @param day of the shift or session; null for what is neither
 */
export function answerBy(today: LocalDate, day: LocalDate | null): LocalDate {
  const usual = addDays(today, ANSWER_DAYS)
  if (day === null || day > usual) return usual
  const before = addDays(day, -1)
  return before < today ? today : before
}
