import { isNightShift } from '../night-minutes.ts'
import type { Finding, Rule } from './rule.ts'

/** R10: no more night shifts on days in a row than the contract allows, history included. */
export const nightsInARow: Rule = {
  code: 'R10',
  name: 'nights_in_a_row',
  check: ({ instance, operator, contract, shifts }) => {
    const findings: Finding[] = []
    let run = operator.history.consecNights
    let lastDay = -1
    for (const { day, startMin, shape } of shifts) {
      const isNight = isNightShift(startMin, shape, instance.rules)
      run = isNight ? (day === lastDay + 1 ? run + 1 : 1) : 0
      lastDay = day
      if (run <= contract.maxConsecNights) continue
      findings.push({
        atMin: startMin,
        days: shifts.map((shift) => shift.day).filter((other) => other > day - run && other <= day),
        values: { nightsInARow: run, maxConsecNights: contract.maxConsecNights },
      })
    }
    return findings
  },
}
