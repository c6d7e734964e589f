import {
  type Contract,
  type Instance,
  type Operator,
  periodTargetOf,
  weekDaysMaximumOf,
} from '../instance.ts'

/** People under one contract, as a week of unnamed people knows them. */
export interface StaffGroup {
  readonly shapes: ReadonlySet<string>
  /** Paid hours of a week that they owe together. */
  readonly hours: number
  /** Shifts of a week that they may work together. */
  readonly shifts: number
  /** What an hour of theirs costs. */
  readonly rate: number
}

const DAYS = 7
/** The longest rest of a week takes a day of it (R08). */
const MOST_DAYS = DAYS - 1

/** The people of an instance by contract, over the mean of its weeks; whoever owes no hours is left out. */
export function staffGroups({ contracts, operators, days }: Instance): StaffGroup[] {
  const weeks = days / DAYS
  const byContract = Map.groupBy(operators, ({ contract }) => contract)
  return contracts.flatMap((contract) => {
    const people = (byContract.get(contract.id) ?? []).filter(
      (operator) => periodTargetOf(operator, contract) > 0,
    )
    if (people.length === 0) return []
    const paidMinutes = people.reduce((sum, one) => sum + periodTargetOf(one, contract), 0)
    const shifts = people.reduce((sum, one) => sum + daysAtWork(one, contract, contracts, weeks), 0)
    return [
      {
        shapes: new Set(contract.shapes),
        hours: paidMinutes / 60 / weeks,
        shifts: shifts / weeks,
        rate: contract.costPerHour,
      },
    ]
  })
}

/** On how many days of the period somebody may be on shift at most. */
function daysAtWork(
  operator: Operator,
  contract: Contract,
  contracts: readonly Contract[],
  weeks: number,
): number {
  return Array.from({ length: weeks }, (_, week) => {
    const most = Math.min(MOST_DAYS, weekDaysMaximumOf(operator, contract, week, contracts))
    const away = operator.leaveDays.filter((day) => Math.floor(day / DAYS) === week).length
    return Math.min(most, DAYS - away)
  }).reduce((sum, one) => sum + one, 0)
}
