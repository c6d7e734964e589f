/**
 * The shift scheduling problem of T. Curtois & R. Qu ("Computational results on new staff scheduling
 * benchmark instances", 2014), a public yardstick: named people, whole shifts, whole days.
 *
 * Day 0 is a Monday. A person's hard rules: days off, which shifts and how many of each, minutes of
 * the horizon, runs of working days and of days off, weekends, and which shift may follow which.
 */
export interface NrpInstance {
  readonly days: number
  readonly shifts: readonly NrpShift[]
  readonly staff: readonly NrpPerson[]
  readonly requests: readonly NrpRequest[]
  readonly cover: readonly NrpCover[]
}

export interface NrpShift {
  readonly id: string
  readonly minutes: number
  /** Indexes of the shifts that may not be worked on the day after this one. */
  readonly forbiddenNext: readonly number[]
}

export interface NrpPerson {
  readonly id: string
  /** Most shifts of each kind, by the index of the shift. */
  readonly maxShifts: readonly number[]
  readonly minMinutes: number
  readonly maxMinutes: number
  readonly maxRun: number
  /** A run that touches an end of the horizon may be shorter: it goes on outside. */
  readonly minRun: number
  readonly minDaysOff: number
  /** Most weekends with a shift on the Saturday or the Sunday. */
  readonly maxWeekends: number
  readonly daysOff: readonly number[]
}

/** A wish to work a shift on a day, or not to; its weight is paid when it is not granted. */
export interface NrpRequest {
  readonly person: number
  readonly day: number
  readonly shift: number
  readonly wants: boolean
  readonly weight: number
}

/** People wanted on a shift; each one missing or too many costs its weight. */
export interface NrpCover {
  readonly day: number
  readonly shift: number
  readonly people: number
  readonly underWeight: number
  readonly overWeight: number
}

/** A day without a shift. */
export const OFF = -1

/** Index of the shift, or `OFF`, by `person × days + day`. */
export type NrpRoster = Int8Array
