import type { PlaceView } from '../shift/work-place.ts'

/** A pause inside a shift. */
export interface BreakView {
  readonly kind: 'meal' | 'rest' | 'personal' | 'gap'
  readonly startMs: number
  readonly endMs: number
  readonly isPaid: boolean
}

export interface ShiftView {
  readonly id: string
  readonly personId: string
  readonly startMs: number
  /** Half-open: the first instant after the shift. */
  readonly endMs: number
  /** Code of its shape. */
  readonly shape: string
  /** It may start only at every such step: a move is a whole number of them. */
  readonly stepMs: number
  readonly isNight: boolean
  /** A planner put or moved it there, not the engine. */
  readonly isByHand: boolean
  /** The generator leaves a locked shift where it is, and it cannot be moved by hand. */
  readonly isLocked: boolean
  /** It is shown where it is proposed, not where it is kept. */
  readonly isProposed: boolean
  readonly place: PlaceView
  readonly breaks: readonly BreakView[]
}

/** Time in which a person may not be given work: leave, sick leave. */
export interface AbsenceView {
  readonly startMs: number
  readonly endMs: number
  readonly label: string
}

export interface PersonRow {
  readonly id: string
  readonly name: string
  /** Site, contract, languages: what the planner tells people apart by. */
  readonly detail: string
  readonly site: string
  readonly team: string | null
  /** Queues that the person may be given. */
  readonly queueIds: readonly string[]
  readonly paidSeconds: number
  /** Paid time that the contract asks for in the shown span; null when it asks for none. */
  readonly contractSeconds: number | null
  /** Accounting periods of somebody who balances their hours over months. */
  readonly accounts: readonly {
    readonly fromDate: string
    readonly toDate: string
    readonly normSeconds: number
    readonly plannedSeconds: number
  }[]
  /** In order of start. */
  readonly shifts: readonly ShiftView[]
  readonly absences: readonly AbsenceView[]
  /** Sessions in which the person is taught, and takes no contacts. */
  readonly training: readonly AbsenceView[]
}

/** A rule that the schedule breaks. */
export interface ViolationView {
  readonly id: string
  /** Stable code of the rule. */
  readonly rule: string
  /** A hard violation stops publishing. */
  readonly isHard: boolean
  /** Which rule and what was found, in the reader's language. */
  readonly text: string
  /** Article of the Labour Code, e.g. `83`; null for a rule of the centre's own. */
  readonly article: string | null
  /** Null when it concerns the schedule as a whole. */
  readonly personId: string | null
  readonly personName: string | null
  /** The shift at fault; null when it is not one shift. */
  readonly shiftId: string | null
  readonly atMs: number | null
  /** Days of the calendar whose shifts take part. */
  readonly dates: readonly string[]
}

/** Where a shift is wanted in time; its length and its person stay. */
export interface ShiftMove {
  readonly shiftId: string
  readonly startMs: number
  readonly endMs: number
}
