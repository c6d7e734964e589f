import type { Violation } from '../schedules.schema.ts'

/**
 * What one plan breaks beyond another: the same rule, broken by the same person by as much on the same day,
 * is the same breach. One of many days is told of the days that are new alone, so that whoever has lost a
 * competence may be given fewer shifts, and no other one.
 */
export function breachesBeyond(
  violations: readonly Violation[],
  others: readonly Violation[],
): Violation[] {
  const known = new Set(others.flatMap(dayKeys))
  return violations.flatMap((violation) => {
    const isNew = dayKeys(violation).map((key) => !known.has(key))
    if (!isNew.includes(true)) return []
    return [{ ...violation, dates: violation.dates.filter((_, at) => isNew[at] === true) }]
  })
}

/** One for each day; one for a breach that lies on none. */
function dayKeys({ operatorId, rule, hard, text, dates }: Violation): string[] {
  const key = [operatorId, rule, hard, text].join('|')
  return dates.length === 0 ? [key] : dates.map((date) => `${key}|${date}`)
}
