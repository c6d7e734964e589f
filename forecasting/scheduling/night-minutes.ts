import type { InstanceRules } from './instance.ts'
import { MINUTES_PER_DAY } from './instance.ts'

/** Minutes of the span `[fromMin, toMin)` inside the nightly window, which crosses midnight. */
export function nightMinutes(fromMin: number, toMin: number, rules: InstanceRules): number {
  let minutes = 0
  const firstDay = Math.floor(fromMin / MINUTES_PER_DAY) - 1
  const lastDay = Math.floor(toMin / MINUTES_PER_DAY) + 1
  for (let day = firstDay; day <= lastDay; day++) {
    const nightStart = day * MINUTES_PER_DAY + rules.nightFromMin
    const nightEnd = (day + 1) * MINUTES_PER_DAY + rules.nightToMin
    minutes += Math.max(0, Math.min(toMin, nightEnd) - Math.max(fromMin, nightStart))
  }
  return minutes
}

/** True when a span is long enough inside the night to count as a night shift. */
export function isNightShift(fromMin: number, toMin: number, rules: InstanceRules): boolean {
  return nightMinutes(fromMin, toMin, rules) >= rules.nightShiftMinOverlapMin
}
