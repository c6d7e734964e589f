import type { Contract, Instance, Operator, Shape, Shift } from '../instance.ts'
import { isUnpaid, MINUTES_PER_DAY } from '../instance.ts'

/** Codes of the hard rules, as in the format's description. */
export type RuleCode =
  | 'R01'
  | 'R02'
  | 'R03'
  | 'R04'
  | 'R05'
  | 'R06'
  | 'R07'
  | 'R08'
  | 'R09'
  | 'R10'
  | 'R11'
  | 'R12'
  | 'R13'
  | 'R14'
  | 'R15'
  | 'R16'
  | 'R17'
  | 'R18'

/** A shift of a known operator with a known shape. */
export interface RosteredShift {
  readonly shift: Shift
  readonly shape: Shape
  /** Day on which the shift starts. */
  readonly day: number
  readonly startMin: number
  readonly endMin: number
}

/** All that a rule looks at: one operator's shifts, ordered by their start. */
export interface OperatorRoster {
  readonly instance: Instance
  readonly operator: Operator
  readonly contract: Contract
  readonly shifts: readonly RosteredShift[]
}

/** One breach of a rule. */
export interface Finding {
  /** Minute of the horizon at which the breach lies; its day may lie outside the horizon. */
  readonly atMin: number
  /** Days whose shifts take part. */
  readonly days: readonly number[]
  /** The facts, for a message in any language: limits, values found, ids. */
  readonly values: Readonly<Record<string, number | string>>
  /** Set when this part of the rule rests on the house alone, though the rule rests on law. */
  readonly houseRule?: true
}

/** A hard rule: one idea, one name, one function over one person's shifts. */
export interface Rule {
  readonly code: RuleCode
  readonly name: string
  readonly check: (roster: OperatorRoster) => Finding[]
}

/** Adds to a shift what rules keep asking of it. */
export function rosteredShift(shift: Shift, shape: Shape): RosteredShift {
  return {
    shift,
    shape,
    day: Math.floor(shift.start / MINUTES_PER_DAY),
    startMin: shift.start,
    endMin: shift.start + shape.spanMin,
  }
}

/** Paid minutes of a shift as it was planned: its span without its meals and its gap. */
export function paidMinutes({ shift, shape }: RosteredShift): number {
  return shift.breaks.reduce(
    (minutes, pause) => (isUnpaid(pause) ? minutes - pause.len : minutes),
    shape.spanMin,
  )
}
