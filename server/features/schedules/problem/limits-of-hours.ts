import type { Operator } from '#forecasting/scheduling/instance.ts'

import { type HoursAccount, leftMinutes, targetMinutes } from './hours-account.ts'
import type { WorkingTerms } from './working-terms.ts'

/** Paid minutes that somebody should reach in a plan. */
export function owedBy({ accounts, weekNorms }: WorkingTerms): number {
  const balanced = new Set(accounts.flatMap(({ weeks }) => weeks))
  const ofOthers = weekNorms.reduce(
    (sum, minutes, week) => sum + (balanced.has(week) ? 0 : minutes),
    0,
  )
  return ofOthers + targetMinutes(accounts, weekNorms)
}

/**
 * What the norms of accounting periods leave, where that is less than the contract's weeks hold (art. 75): of
 * the plan as a whole, and of the weeks of each period by themselves where it touches several.
 */
export function periodMaximumOfAccounts({
  accounts,
  accountOvertime,
  contract,
  weekNorms,
}: WorkingTerms): Pick<Operator, 'periodMaxPaidMin' | 'weeksMaxPaidMin'> {
  if (accounts.length === 0) return {}
  const room = contract.weekMaxPaidMinutes - contract.weekTargetPaidMinutes
  const most = (account: HoursAccount): number =>
    account.weeks.reduce((sum, week) => sum + (weekNorms[week] ?? 0) + room, 0)
  const left = (account: HoursAccount): number => leftMinutes(account) + accountOvertime
  if (accounts.every((account) => left(account) >= most(account))) return {}
  const within = (account: HoursAccount): number => Math.min(left(account), most(account))
  const balanced = new Set(accounts.flatMap(({ weeks }) => weeks))
  const others = weekNorms
    .filter((_, week) => !balanced.has(week))
    .reduce((sum, norm) => sum + norm + room, 0)
  return {
    periodMaxPaidMin: accounts.reduce((sum, account) => sum + within(account), others),
    ...(accounts.length === 1 && balanced.size === weekNorms.length
      ? {}
      : {
          weeksMaxPaidMin: accounts.map((account) => ({
            fromWeek: Math.min(...account.weeks),
            toWeek: Math.max(...account.weeks) + 1,
            maxPaidMin: within(account),
          })),
        }),
  }
}

/** Weeks of which the law allows less than the contract; nothing where it allows as much in all. */
export function weekCapsOf({
  weekCaps: caps,
  contract,
}: WorkingTerms): Pick<Operator, 'weekMaxPaidMin'> {
  return caps.some((cap) => cap < contract.weekMaxPaidMinutes) ? { weekMaxPaidMin: caps } : {}
}
