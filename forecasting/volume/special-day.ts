import type { LocalDate } from '../kernel/calendar.ts'

/**
 * A day whose volume the weekday alone does not explain.
 *
 * `rest`: people are off (holiday, substitute, moved rest day). `working`: a rest day of the week
 * that became a working day. `event`: anything else that a planner names.
 */
export interface SpecialDay {
  readonly date: LocalDate
  /** The same name on different dates means the same effect, e.g. `nauryz`. */
  readonly name: string
  readonly kind: 'rest' | 'working' | 'event'
}
