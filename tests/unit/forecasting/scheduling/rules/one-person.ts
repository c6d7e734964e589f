import type {
  BreakKind,
  Contract,
  InstanceRules,
  Lock,
  Operator,
  Shape,
} from '#forecasting/scheduling/instance.ts'
import { type OperatorRoster, rosteredShift } from '#forecasting/scheduling/rules/rule.ts'

/** Minutes of an hour and of a day, to write times as a reader thinks of them. */
export const HOUR = 60
export const DAY = 1440

/** Nine hours with a meal of one, and a short break two hours after the start. */
const SHAPE: Shape = {
  id: 'day',
  spanMin: 540,
  paidMin: 480,
  startFromMin: 0,
  startToMin: 1380,
  startStepMin: 30,
  breaks: [
    { kind: 'rest', lenMin: 15, paid: true, fromMin: 90, toMin: 135 },
    { kind: 'meal', lenMin: 60, paid: false, fromMin: 180, toMin: 240 },
  ],
}

const CONTRACT: Contract = {
  id: 'full',
  shapes: ['day'],
  dayMaxPaidMin: 480,
  weekMaxPaidMin: 2400,
  periodTargetPaidMin: 2400,
  periodMaxPaidMin: 2400,
  maxConsecDays: 5,
  maxConsecNights: 2,
  minRestMin: 720,
  weeklyRestMin: 2520,
  costPerHour: 1,
  otMult: 1.5,
}

const OPERATOR: Operator = {
  id: 'a',
  skills: ['voice'],
  contract: 'full',
  nightBan: false,
  history: { lastShiftEnd: -10 * DAY, consecDays: 0, consecNights: 0 },
  leaveDays: [],
  unavailable: [],
  prefs: { daysOff: [], start: null },
}

const RULES: InstanceRules = {
  nightFromMin: 1320,
  nightToMin: 360,
  mealEarliestMin: 180,
  mealLatestMin: 240,
  mealMinLenMin: 30,
  mealMaxLenMin: 60,
  mealRequiredFromSpanMin: 360,
  minWorkBetweenBreaksMin: 30,
  nightShiftMinOverlapMin: 120,
}

/** What differs from an ordinary full-time person. */
export interface Change {
  readonly operator?: Partial<Operator>
  readonly contract?: Partial<Contract>
  readonly shape?: Partial<Shape>
  readonly locks?: readonly Lock[]
  /** Where the breaks of every shift are, instead of at +120 and +210. */
  readonly breaks?: readonly {
    readonly kind: BreakKind
    readonly at: number
    readonly len: number
  }[]
}

const BREAKS = [
  { kind: 'rest', at: 120, len: 15 },
  { kind: 'meal', at: 210, len: 60 },
] as const

/** One person's week with a shift of nine hours at each of the given minutes. */
export function onePerson(starts: readonly number[], change: Change = {}): OperatorRoster {
  const shape = { ...SHAPE, ...change.shape }
  const contract = { ...CONTRACT, ...change.contract }
  const operator = { ...OPERATOR, ...change.operator }
  return {
    instance: {
      format: 'wfm-instance/1',
      name: 'one person',
      intervalMin: 30,
      days: 7,
      skills: [{ id: 'voice', underWeight: 1 }],
      demand: { voice: Array.from({ length: 336 }, () => 0) },
      shapes: [shape],
      contracts: [contract],
      operators: [operator],
      locks: change.locks ?? [],
      rules: RULES,
      weights: {
        critShare: 0.8,
        underCrit: 6,
        underRest: 3,
        idle: 0.5,
        pay: 1,
        nightPremium: 0.2,
        shortfall: 2,
        fairNight: 0,
        fairWeekend: 0,
        startVarPerHour: 0,
        startVarFreeMin: 0,
      },
    },
    operator,
    contract,
    shifts: starts.map((start) =>
      rosteredShift(
        {
          op: operator.id,
          start,
          shape: shape.id,
          breaks: (change.breaks ?? BREAKS).map(({ kind, at, len }) => ({
            kind,
            start: start + at,
            len,
          })),
        },
        shape,
      ),
    ),
  }
}
