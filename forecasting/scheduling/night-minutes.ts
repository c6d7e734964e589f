import type { InstanceRules, Shape } from './instance.ts'
import { MINUTES_PER_DAY } from './instance.ts'

/** Minutes of the span `[fromMin, toMin)` inside the nightly window, which crosses midnight. */
function nightMinutes(fromMin: number, toMin: number, rules: InstanceRules): number {
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

/** Night minutes of a shift that starts then; those in the gap of a split shift are not worked. */
export function workedNightMinutes(
  startMin: number,
  { spanMin, breaks }: Pick<Shape, 'spanMin' | 'breaks'>,
  rules: InstanceRules,
): number {
  return breaks.reduce(
    (minutes, { kind, fromMin, lenMin }) =>
      kind === 'gap'
        ? minutes - nightMinutes(startMin + fromMin, startMin + fromMin + lenMin, rules)
        : minutes,
    nightMinutes(startMin, startMin + spanMin, rules),
  )
}

/** True when a shift has enough work in the night to count as a night shift. */
export function isNightShift(
  startMin: number,
  shape: Pick<Shape, 'spanMin' | 'breaks'>,
  rules: InstanceRules,
): boolean {
  return workedNightMinutes(startMin, shape, rules) >= rules.nightShiftMinOverlapMin
}
