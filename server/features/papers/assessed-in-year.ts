import type { LocalDate } from '#forecasting/kernel/calendar.ts'

export interface AssessedPerson<Id> {
  readonly id: Id
  /** Competences of the order that were assessed within the year. */
  readonly assessed: readonly string[]
  readonly missing: readonly string[]
  readonly lastOn: LocalDate | null
}

/**
 * What of the order's competences each person was assessed in within a year (п. 21). Somebody counts as
 * assessed only with nothing missing; a competence judged twice is one.
 *
 * @param ofOrder codes of п. 19 and 20
 * @param assessments all of the year, in any order
 */
export function assessedInYear<Id>(
  ids: readonly Id[],
  ofOrder: readonly string[],
  assessments: readonly {
    readonly operatorId: Id
    readonly code: string
    readonly on: LocalDate
  }[],
): AssessedPerson<Id>[] {
  const byPerson = Map.groupBy(assessments, ({ operatorId }) => operatorId)
  return ids.map((id) => {
    const own = byPerson.get(id) ?? []
    const codes = new Set(own.map(({ code }) => code))
    const last = own.reduce<LocalDate | null>(
      (latest, { on }) => (latest === null || on > latest ? on : latest),
      null,
    )
    return {
      id,
      assessed: ofOrder.filter((code) => codes.has(code)),
      missing: ofOrder.filter((code) => !codes.has(code)),
      lastOn: last,
    }
  })
}
