import type { EpochMs } from '#forecasting/kernel/units.ts'
import {
  MINUTES_PER_DAY,
  type Operator,
  type Shift as PlannedShift,
} from '#forecasting/scheduling/instance.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { toPlanMinutes } from '../problem/build-instance.ts'
import { plainShapeCode } from '../problem/personal-shapes.ts'
import { toShiftRows } from '../problem/plan-schedule.ts'
import type { PlanningOperator } from '../problem/planning-rows.ts'
import type { PlanProposal, ProposedChange } from './plan-proposal.schema.ts'
import type { ChangeFacts, ProposedPlan } from './proposed-plan.ts'

/**
 * The engine's proposal in the API's words: ids, instants, and the figures of each person.
 *
 * @param found what is looked up in the stored schedule; given where several proposals are told
 */
export function presentProposal(
  proposed: ProposedPlan,
  loaded: LoadedSchedule,
  found: PlanLookup = planLookup(loaded),
): PlanProposal {
  const { kind, cost, shortHours, paidHours, window, figures } = proposed
  const { instance } = loaded
  return {
    kind,
    cost: hundredths(cost),
    shortHours: { before: hundredths(shortHours.before), after: hundredths(shortHours.after) },
    paidHours,
    changes: proposed.changes.map((change) => presentChange(change, loaded, found)),
    coverage: {
      firstInterval: ((window?.fromDay ?? 0) * MINUTES_PER_DAY) / instance.intervalMin,
      ...(figures ?? { scheduled: [], shortage: [], queues: [] }),
    },
  }
}

type ShiftFinder = (shift: PlannedShift) => string | null

/** Finds the stored shift of a planned one: a person has at most one that starts at a minute. */
export function shiftFinder({ shifts, rows, period }: LoadedSchedule): ShiftFinder {
  const numbers = new Map(rows.operators.map(({ id, personnelNumber }) => [id, personnelNumber]))
  const ids = new Map(
    shifts.map(({ id, operatorId, startsAt }) => {
      const start = toPlanMinutes(Date.parse(startsAt) as EpochMs, period)
      return [`${numbers.get(operatorId)} ${start}`, id]
    }),
  )
  return ({ op, start }) => ids.get(`${op} ${start}`) ?? null
}

/** What a proposal names, as it is stored: reckoned once for all changes of all proposals. */
interface PlanLookup {
  readonly shiftAt: ShiftFinder
  readonly operators: ReadonlyMap<string, PlanningOperator>
  readonly solved: ReadonlyMap<string, Operator>
}

export function planLookup(loaded: LoadedSchedule): PlanLookup {
  const { rows, instance } = loaded
  return {
    shiftAt: shiftFinder(loaded),
    operators: new Map(rows.operators.map((one) => [one.personnelNumber, one])),
    solved: new Map(instance.operators.map((one) => [one.id, one])),
  }
}

function presentChange(
  change: ChangeFacts,
  { rows, period, instance }: LoadedSchedule,
  { shiftAt, operators, solved: solvedBy }: PlanLookup,
): ProposedChange {
  const { kind, op, before, after, paidMin, restMin } = change
  const operator = operators.get(op)
  if (operator === undefined) throw new RangeError(`the plan names ${op}, who is not there`)
  const solved = solvedBy.get(op)
  const contract = instance.contracts.find(({ id }) => id === solved?.contract)
  const shifts = after === null ? [] : [after]
  const plan = { format: 'wfm-schedule/1' as const, instance: instance.name, shifts }
  const [placed] = toShiftRows(plan, { ...rows, operators: [operator] }, period, { locks: [] })
  return {
    operatorId: operator.id,
    kind,
    shiftId: before === null ? null : shiftAt(before),
    after:
      placed === undefined || after === null
        ? null
        : {
            shape: plainShapeCode(after.shape),
            startsAt: placed.startsAt.toISOString(),
            endsAt: placed.endsAt.toISOString(),
            breaks: placed.breaks.map((pause) => ({
              ...pause,
              startsAt: pause.startsAt.toISOString(),
              endsAt: pause.endsAt.toISOString(),
            })),
          },
    paidMinutes: paidMin,
    targetMinutes: solved?.periodTargetPaidMin ?? contract?.periodTargetPaidMin ?? 0,
    restMinutes: restMin,
    minRestMinutes: contract?.minRestMin ?? 0,
  }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100
