import { MINUTES_PER_DAY } from '../instance.ts'
import type { Finding, Rule } from './rule.ts'

/** R09: no more days worked in a row than the contract allows, those before the horizon included. */
export const daysInARow: Rule = {
  code: 'R09',
  name: 'days_in_a_row',
  check: ({ operator, contract, shifts }) => {
    const findings: Finding[] = []
    const worked = [...new Set(shifts.map(({ day }) => day))].toSorted((a, b) => a - b)
    let run = operator.history.consecDays
    let lastDay = -1
    for (const day of worked) {
      run = day === lastDay + 1 ? run + 1 : 1
      lastDay = day
      if (run <= contract.maxConsecDays) continue
      findings.push({
        atMin: day * MINUTES_PER_DAY,
        days: worked.filter((other) => other > day - run && other <= day),
        values: { daysInARow: run, maxConsecDays: contract.maxConsecDays },
      })
    }
    return findings
  },
}
