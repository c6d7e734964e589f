import { contractName, type ContractSpan } from './contract-at.ts'
import type { PlanningContract } from './planning-rows.ts'

const DAYS_PER_WEEK = 7

/**
 * One contract for a period in which it changes. What is said of a day stays with the contract of the day
 * (`contractDays` of the engine); what reaches over days is the stricter of them, since a run or a rest that
 * begins under one ends under the other.
 *
 * @param spans at least one
 */
export function jointContract(spans: readonly ContractSpan[]): PlanningContract {
  const [first] = spans
  if (first === undefined) throw new RangeError('no contract in the period')
  if (spans.length === 1) return first.contract
  const most = (figure: (contract: PlanningContract) => number): number =>
    Math.max(...spans.map(({ contract }) => figure(contract)))
  const least = (figure: (contract: PlanningContract) => number): number =>
    Math.min(...spans.map(({ contract }) => figure(contract)))
  const days = spans.reduce((sum, { fromDay, toDay }) => sum + toDay - fromDay, 0)
  const weekTargetPaidMinutes = most((contract) => contract.weekTargetPaidMinutes)
  const room = most((contract) => contract.weekMaxPaidMinutes - contract.weekTargetPaidMinutes)
  return {
    ...first.contract,
    code: contractName(spans),
    shapeCodes: [...new Set(spans.flatMap(({ contract }) => contract.shapeCodes))],
    dayMaxPaidMinutes: most((contract) => contract.dayMaxPaidMinutes),
    weekMaxPaidMinutes: weekTargetPaidMinutes + room,
    weekTargetPaidMinutes,
    minRestMinutes: most((contract) => contract.minRestMinutes),
    weeklyRestMinutes: most((contract) => contract.weeklyRestMinutes),
    maxConsecutiveDays: least((contract) => contract.maxConsecutiveDays),
    maxConsecutiveNights: least((contract) => contract.maxConsecutiveNights),
    costPerHour:
      spans.reduce((sum, one) => sum + one.contract.costPerHour * (one.toDay - one.fromDay), 0) /
      days,
    overtimeMultiplier: most((contract) => contract.overtimeMultiplier),
    splitShifts: spans.some(({ contract }) => contract.splitShifts),
  }
}

/**
 * The most paid minutes of a week: of the contract in force, and where it changes within the week as much
 * beyond what is owed as one of them allows.
 *
 * @param owed in the week
 */
export function weekMaximumOfSpans(
  spans: readonly ContractSpan[],
  week: number,
  owed: number,
): number {
  const [from, to] = [week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK]
  const own = spans.filter(({ fromDay, toDay }) => fromDay < to && toDay > from)
  const [first] = own
  if (first !== undefined && own.length === 1) return first.contract.weekMaxPaidMinutes
  const rooms = own.map(
    ({ contract }) => contract.weekMaxPaidMinutes - contract.weekTargetPaidMinutes,
  )
  return owed + Math.max(0, ...rooms)
}
