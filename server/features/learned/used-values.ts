import type { UsedValues } from '../staffing/staffing.service.ts'
import type { UsedValue } from './learned.schema.ts'

/** What history says of one value; null where it cannot tell. */
export interface Learned {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

type Name = UsedValue['name']

/** A difference that a planner would act on: relative for times, in points for shares. */
const MATERIAL: Readonly<Record<Name, (used: number, learned: number) => boolean>> = {
  patienceSeconds: (used, learned) => isFar(used, learned, 0.1),
  handleSeconds: (used, learned) => isFar(used, learned, 0.05),
  redialShare: (used, learned) => Math.abs(used - learned) >= 0.03,
  shrinkagePlanned: (used, learned) => Math.abs(used - learned) >= 0.01,
  shrinkageUnplanned: (used, learned) => Math.abs(used - learned) >= 0.01,
}

function isFar(used: number, learned: number, share: number): boolean {
  return Math.abs(used - learned) >= share * learned
}

/**
 * What a requirement used beside what history says: a value differs when it lies outside the band of the
 * learned one and by enough to be acted on. Nobody giving up differs from any patience that was learned.
 *
 * @param settings as they are now: null where the value is none of the queue's settings
 */
export function usedValues(
  used: UsedValues,
  learned: Readonly<Record<Name, Learned>>,
  settings: Readonly<Record<Name, number | null>>,
): UsedValue[] {
  const names: readonly Name[] = [
    'handleSeconds',
    'patienceSeconds',
    'redialShare',
    'shrinkagePlanned',
    'shrinkageUnplanned',
  ]
  return names
    .filter((name) => used[name] !== null || learned[name].value !== null)
    .map((name) => {
      const known = learned[name]
      const differs = doesDiffer(name, used[name], known)
      return {
        name,
        used: used[name],
        setting: settings[name],
        learned: known.value,
        low: known.low,
        high: known.high,
        differs,
        peopleFactor: differs ? peopleFactor(name, used[name], known.value) : null,
      }
    })
}

function doesDiffer(name: Name, used: number | null, { value, low, high }: Learned): boolean {
  if (value === null) return false
  // Redials count only where the requirement was asked for first tries.
  if (used === null) return name === 'patienceSeconds'
  const isOutside = low === null || high === null || used < low || used > high
  return isOutside && MATERIAL[name](used, value)
}

/** People in the schedule over those with the value that was used; only shrinkage says it by itself. */
function peopleFactor(name: Name, used: number | null, learned: number | null): number | null {
  const isShrinkage = name === 'shrinkagePlanned' || name === 'shrinkageUnplanned'
  if (!isShrinkage || used === null || learned === null || learned >= 1) return null
  return (1 - used) / (1 - learned)
}
