import { MINUTES_PER_DAY } from '../instance.ts'
import type { Finding, Rule } from './rule.ts'

/** R02: every shift starts inside the horizon, at a time of day that its shape offers. */
export const startTimes: Rule = {
  code: 'R02',
  name: 'start_times',
  check: ({ instance, shifts }) =>
    shifts.flatMap(({ shape, day, startMin }) => {
      const findings: Finding[] = []
      if (day < 0 || day >= instance.days) {
        findings.push({ atMin: startMin, days: [day], values: { days: instance.days } })
      }
      const startOfDayMin = startMin - day * MINUTES_PER_DAY
      const { startFromMin, startToMin, startStepMin } = shape
      const isOffered =
        startOfDayMin >= startFromMin &&
        startOfDayMin <= startToMin &&
        (startOfDayMin - startFromMin) % startStepMin === 0
      if (!isOffered) {
        findings.push({
          atMin: startMin,
          days: [day],
          values: { shape: shape.id, startOfDayMin, startFromMin, startToMin, startStepMin },
        })
      }
      return findings
    }),
}
