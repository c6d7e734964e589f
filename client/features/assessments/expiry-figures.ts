import type { components } from '../../api/schema.d.ts'

type Alert = components['schemas']['CompetenceAlert']

/** What a set of alerts comes to: a person or a shift that two competences touch counts once. */
export interface AlertFigures {
  readonly people: number
  readonly shifts: number
  /** When the first of the shifts begins; null where there is none. */
  readonly firstMs: number | null
}

export function alertFigures(alerts: readonly Alert[]): AlertFigures {
  const shifts = new Map(
    alerts.flatMap((one) => one.shifts).map(({ id, startsAt }) => [id, Date.parse(startsAt)]),
  )
  return {
    people: new Set(alerts.map(({ operatorId }) => operatorId)).size,
    shifts: shifts.size,
    firstMs: shifts.size === 0 ? null : Math.min(...shifts.values()),
  }
}

/** Alerts with the shifts alone that begin before an instant; none that is left without any. */
export function alertsUntil(alerts: readonly Alert[], beforeMs: number): Alert[] {
  return alerts
    .map((alert) => ({
      ...alert,
      shifts: alert.shifts.filter(({ startsAt }) => Date.parse(startsAt) < beforeMs),
    }))
    .filter(({ shifts }) => shifts.length > 0)
}
