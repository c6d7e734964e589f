import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'

import type { PlanningContract, PlanningRows } from './planning-rows.ts'

/** What the law sets for one person in a period. */
export interface PersonalLimits {
  readonly nightBan: boolean
  readonly weekMaxPaidMinutes: number | null
  readonly shiftMaxPaidMinutes: number | null
  readonly barredDates: readonly LocalDate[]
}

/** The strictest of the weeks of a period, `weeks` of them from its first. */
export function personalLimits(
  operatorId: OperatorId,
  { weeklyLimits }: Pick<PlanningRows, 'weeklyLimits'>,
  weeks: number,
): PersonalLimits {
  const own = weeklyLimits
    .slice(0, weeks)
    .flatMap((week) => week.filter((one) => one.operatorId === operatorId))
  return {
    nightBan: own.some(({ nightBan }) => nightBan),
    weekMaxPaidMinutes: least(own.map(({ weekMaxPaidMinutes }) => weekMaxPaidMinutes)),
    shiftMaxPaidMinutes: least(own.map(({ shiftMaxPaidMinutes }) => shiftMaxPaidMinutes)),
    barredDates: own.flatMap(({ barredDates }) => barredDates),
  }
}

/**
 * The contract as it may be kept by somebody whom the law limits: shorter weeks, no longer shifts. It
 * is the contract itself where the law asks for no less.
 *
 * @param paidMinutes of each shift shape, by its code
 */
export function personalContract(
  contract: PlanningContract,
  limits: PersonalLimits,
  paidMinutes: ReadonlyMap<string, number>,
): PlanningContract {
  const week = limits.weekMaxPaidMinutes ?? Infinity
  const shift = limits.shiftMaxPaidMinutes ?? Infinity
  if (contract.weekMaxPaidMinutes <= week && contract.dayMaxPaidMinutes <= shift) return contract
  return {
    ...contract,
    code: `${contract.code} ≤${week === Infinity ? '' : week / 60}/${shift === Infinity ? '' : shift / 60}`,
    shapeCodes: contract.shapeCodes.filter((code) => (paidMinutes.get(code) ?? 0) <= shift),
    dayMaxPaidMinutes: Math.min(contract.dayMaxPaidMinutes, shift),
    weekMaxPaidMinutes: Math.min(contract.weekMaxPaidMinutes, week),
    weekTargetPaidMinutes: Math.min(contract.weekTargetPaidMinutes, week),
  }
}

function least(minutes: readonly (number | null)[]): number | null {
  const stated = minutes.filter((one) => one !== null)
  return stated.length === 0 ? null : Math.min(...stated)
}
