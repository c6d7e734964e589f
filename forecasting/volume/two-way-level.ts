import { halfLifeWeight } from '../kernel/half-life.ts'
import type { DayMember, DayObservations } from './day-member.ts'
import type { DaySigns } from './day-signs.ts'

const LEVEL_HALF_LIFE_DAYS = 14
const WEEKDAY_HALF_LIFE_DAYS = 70

/** Observations of "no effect" that a weekday starts with, so that one odd Monday means little. */
const WEEKDAY_PRIOR = 0.3

/** Level and weekday effects as they stood before an observation. */
interface State {
  readonly level: number
  readonly weekdays: Float64Array
}

/**
 * An exponentially weighted level with weekday effects, both of log volume: what a careful planner
 * does by hand. It knows no season and no trend, and so corrects members that see too much of them.
 *
 * Its forecasts carry no variance of their own (NaN): backtests supply the ensemble's.
 */
export function twoWayLevel(observed: DayObservations): DayMember {
  const states = statesOf(observed)
  const at = (target: DaySigns, known: number) => {
    const { level, weekdays } = states[known] as State
    return { mean: level + (weekdays[target.weekday] as number), variance: Number.NaN }
  }
  return {
    name: 'weekday_level',
    predict: (targets) => targets.map((target) => at(target, observed.signs.length)),
    asOf: (observation, known) => at(observed.signs[observation] as DaySigns, known),
    parts(target) {
      const { level, weekdays } = states.at(-1) as State
      return { level, weekday: weekdays[target.weekday] as number }
    },
  }
}

function statesOf(observed: DayObservations): State[] {
  let level = 0
  let levelWeight = 0
  const weekdays = new Float64Array(7)
  const weekdayWeights = new Float64Array(7).fill(WEEKDAY_PRIOR)
  let lastDay = 0
  const states: State[] = [{ level, weekdays: weekdays.slice() }]
  observed.signs.forEach((signs, i) => {
    const elapsed = signs.day - lastDay
    lastDay = signs.day
    levelWeight *= halfLifeWeight(elapsed, LEVEL_HALF_LIFE_DAYS)
    const kept = halfLifeWeight(elapsed, WEEKDAY_HALF_LIFE_DAYS)
    for (let weekday = 0; weekday < 7; weekday++) {
      weekdayWeights[weekday] = Math.max((weekdayWeights[weekday] as number) * kept, WEEKDAY_PRIOR)
    }
    const weight = trustIn(signs, observed.variances[i] as number)
    if (weight > 0) {
      const { weekday } = signs
      const error = (observed.values[i] as number) - level - (weekdays[weekday] as number)
      levelWeight += weight
      level += (weight / levelWeight) * error * levelShare(levelWeight)
      weekdayWeights[weekday] = (weekdayWeights[weekday] as number) + weight
      const step = weight / (weekdayWeights[weekday] as number)
      weekdays[weekday] =
        (weekdays[weekday] as number) + step * (error * (1 - weight / levelWeight))
    }
    states.push({ level, weekdays: weekdays.slice() })
  })
  return states
}

/** The first days set the level whole; later the weekday takes its part of each error. */
function levelShare(levelWeight: number): number {
  return levelWeight <= 1 ? 1 : 0.9
}

/** Special days and their neighbours teach nothing here; an outlier teaches by how odd it is. */
function trustIn(signs: DaySigns, variance: number): number {
  if (signs.special !== null || signs.afterSpecial) return 0
  return 0.01 / (0.01 + variance)
}
