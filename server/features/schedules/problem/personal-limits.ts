import type { OperatorId } from '#forecasting/kernel/units.ts'

import { type LegalLimits, longestBreaks } from '../../operators/legal-limits.ts'
import { ofOperator } from './of-operator.ts'
import type { PlanningContract, PlanningRows } from './planning-rows.ts'

/** What the law sets for one person in a period. */
export interface PersonalLimits {
  readonly nightBan: boolean
  readonly weekMaxPaidMinutes: number | null
  readonly shiftMaxPaidMinutes: number | null
  /** The longest that are due in any of the weeks, where the last of them puts them. */
  readonly personalBreaks: LegalLimits['personalBreaks']
  /** What they may be asked for, week by week. */
  readonly weeks: readonly AskedOfWeek[]
}

interface AskedOfWeek {
  readonly overtimeAllowed: boolean
  readonly holidayWorkAllowed: boolean
  readonly holidayBan: boolean
}

/** Somebody who has agreed to nothing, and from whom the law keeps nothing. */
const NOTHING_SAID: AskedOfWeek = {
  overtimeAllowed: false,
  holidayWorkAllowed: false,
  holidayBan: false,
}

const NOBODY: PlanningRows['weeklyLimits'][number] = []

/** The strictest of the weeks of a period, `weeks` of them from its first; what is asked for, each by itself. */
export function personalLimits(
  operatorId: OperatorId,
  { weeklyLimits }: Pick<PlanningRows, 'weeklyLimits'>,
  weeks: number,
): PersonalLimits {
  const byWeek = Array.from(
    { length: weeks },
    (_, week) => ofOperator(weeklyLimits[week] ?? NOBODY, operatorId)[0],
  )
  const own = byWeek.filter((one) => one !== undefined)
  return {
    nightBan: own.some(({ nightBan }) => nightBan),
    weekMaxPaidMinutes: least(own.map(({ weekMaxPaidMinutes }) => weekMaxPaidMinutes)),
    shiftMaxPaidMinutes: least(own.map(({ shiftMaxPaidMinutes }) => shiftMaxPaidMinutes)),
    personalBreaks: longestBreaks(own.flatMap(({ personalBreaks }) => personalBreaks ?? [])),
    weeks: byWeek.map((one) =>
      one === undefined
        ? NOTHING_SAID
        : {
            overtimeAllowed: one.overtimeAllowed,
            holidayWorkAllowed: one.holidayWorkAllowed,
            holidayBan: one.holidayBan,
          },
    ),
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
  limits: Pick<PersonalLimits, 'weekMaxPaidMinutes' | 'shiftMaxPaidMinutes'>,
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

/** The least of those that are stated; null when none is. */
export function least(minutes: readonly (number | null)[]): number | null {
  const stated = minutes.filter((one) => one !== null)
  return stated.length === 0 ? null : Math.min(...stated)
}
