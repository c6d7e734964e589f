import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'

import type { PlanningContract, PlanningOperator, PlanningRows } from './planning-rows.ts'

/** Days of a period, from 0, on which one contract is in force for somebody. */
export interface ContractSpan {
  readonly contract: PlanningContract
  readonly fromDay: number
  /** The first day that does not belong to them. */
  readonly toDay: number
}

type Contracts = Pick<PlanningRows, 'contracts'>
type Person = Pick<PlanningOperator, 'contracts'>

/**
 * The contract in force for somebody on a day; on days before all of them, the first.
 *
 * @throws {RangeError} if the contract is unknown
 */
export function contractAt(person: Person, rows: Contracts, date: LocalDate): PlanningContract {
  const entry = person.contracts.findLast(({ fromDate }) => fromDate <= date) ?? person.contracts[0]
  const contract = rows.contracts.find(({ code }) => code === entry?.code)
  if (contract === undefined) throw new RangeError(`no contract ${entry?.code}`)
  return contract
}

/**
 * The contracts in force in a period, one after the other: nearly always one.
 *
 * @throws {RangeError} if one of them is unknown
 */
export function contractSpans(
  person: Person,
  rows: Contracts,
  { fromDate, days }: { readonly fromDate: LocalDate; readonly days: number },
): ContractSpan[] {
  if (person.contracts.length === 1) {
    return [{ contract: contractAt(person, rows, fromDate), fromDay: 0, toDay: days }]
  }
  const spans: ContractSpan[] = []
  for (let day = 0; day < days; day++) {
    const contract = contractAt(person, rows, addDays(fromDate, day))
    const last = spans.at(-1)
    if (last?.contract === contract) spans[spans.length - 1] = { ...last, toDay: day + 1 }
    else spans.push({ contract, fromDay: day, toDay: day + 1 })
  }
  return spans
}

/** How the contracts of a period are called, one after the other. */
export function contractName(spans: readonly { readonly contract: { readonly code: string } }[]) {
  return spans.map(({ contract }) => contract.code).join(' → ')
}
