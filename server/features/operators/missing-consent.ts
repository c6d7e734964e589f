import type { LocalDate } from '#forecasting/kernel/calendar.ts'

import type { DatedConsent } from './legal-limits.ts'

interface Employed {
  readonly hiredOn: LocalDate
  /** The last day of work. */
  readonly leftOn: LocalDate | null
}

/**
 * Since when, or from when on, somebody works here without a consent to the use of their personal data
 * (law 94-V, art. 7 and 8): the day of hiring, or the day on which the last consent ceased to be given.
 *
 * @returns null for whoever has one, and for those who have left before `today`
 */
export function consentMissingFrom(
  { hiredOn, leftOn }: Employed,
  consents: readonly DatedConsent[],
  today: LocalDate,
): LocalDate | null {
  const own = consents.filter(({ kind }) => kind === 'personal_data')
  let from = hiredOn
  // By the day of giving, each carries the covered days on, if it reaches them.
  for (const { givenOn, withdrawnOn } of own.toSorted(byGiving)) {
    if (withdrawnOn === null && givenOn <= later(from, today)) return null
    if (withdrawnOn !== null && givenOn <= later(from, today) && withdrawnOn > from) {
      from = withdrawnOn
    }
  }
  return leftOn !== null && leftOn < later(from, today) ? null : from
}

function byGiving(a: DatedConsent, b: DatedConsent): number {
  return a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : 0
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}
