import { type LocalDate, addDays } from '#forecasting/kernel/calendar.ts'

import type { CompetenceState } from './own-competence.schema.ts'

/** As long before the end as the first reminder of an assessment. */
const EXPIRING_DAYS = 60

/** How a competence stands on a day. Its last day is still valid; without one it never ends. */
export function competenceState(validUntil: LocalDate | null, today: LocalDate): CompetenceState {
  if (validUntil === null) return 'valid'
  if (validUntil < today) return 'expired'
  return validUntil <= addDays(today, EXPIRING_DAYS) ? 'expiring' : 'valid'
}
