import { quantile } from 'simple-statistics'

import type { DayMember, DayObservations, LogForecast } from './day-process.ts'
import type { DaySigns } from './day-signs.ts'

/** Weeks, before the end of the history, from whose starts the members are tried. */
const TRIAL_WEEKS = 12
/** Days that each trial foretells. */
const TRIAL_DAYS = 14
/** Before this many days of history a trial would say more of luck than of the member. */
const TRIAL_HISTORY_DAYS = 42
/** Trials' worth of "all members are alike" against what the trials say. */
const EQUAL_TRIALS = 60
/** Trials' worth of "the band is right as it is". */
const WIDTH_TRIALS = 60
/** A normal deviate exceeds this one time in five, either way. */
const NORMAL_80 = 1.2816

/** Several members that forecast as one. */
export interface DayEnsemble {
  /** Log volume less trend, with the variance that the ensemble's own trials support. */
  predict(target: DaySigns): LogForecast
}

/** What each member said of a past day, and what came. */
interface Trial {
  readonly signs: DaySigns
  readonly actual: number
  readonly counting: number
  readonly means: readonly number[]
  readonly variance: number
}

/**
 * Weighs members by how they would have done, drawn towards equal weights, because with few trials
 * the best member is mostly the luckiest one. Special days are left to the processes, which alone
 * know them.
 *
 * @param processes members with a variance and with special days; at least one
 * @param simple members without
 */
export function dayEnsemble(
  observed: DayObservations,
  processes: readonly DayMember[],
  simple: readonly DayMember[],
): DayEnsemble {
  const members = [...processes, ...simple]
  const trials = trialsOf(observed, members, processes.length)
  const weights = weightsOf(trials, members.length)
  const width = widthOf(trials, weights)
  const n = observed.signs.length
  return {
    predict(target) {
      const knows = isOrdinary(target) ? members : processes
      const forecasts = knows.map((member) => member.predict(target, n))
      return {
        mean: weighted(
          forecasts.map(({ mean }) => mean),
          weights,
        ),
        variance: meanVariance(forecasts, processes.length) * width ** 2,
      }
    },
  }
}

function isOrdinary(signs: DaySigns): boolean {
  return signs.special === null && !signs.afterSpecial && !signs.beforeSpecial
}

function weighted(means: readonly number[], weights: readonly number[]): number {
  let sum = 0
  let whole = 0
  means.forEach((mean, i) => {
    sum += mean * (weights[i] as number)
    whole += weights[i] as number
  })
  return sum / whole
}

function meanVariance(forecasts: readonly LogForecast[], processes: number): number {
  let sum = 0
  for (let i = 0; i < processes; i++) sum += (forecasts[i] as LogForecast).variance
  return sum / processes
}

function trialsOf(
  observed: DayObservations,
  members: readonly DayMember[],
  processes: number,
): Trial[] {
  const { signs, values, variances } = observed
  const first = signs[0]?.day ?? 0
  const end = (signs.at(-1)?.day ?? 0) + 1
  const trials: Trial[] = []
  for (let weeks = TRIAL_WEEKS; weeks >= 1; weeks--) {
    const origin = end - 7 * weeks
    if (origin - first < TRIAL_HISTORY_DAYS) continue
    const known = signs.findIndex(({ day }) => day >= origin)
    if (known <= 0) continue
    for (let i = known; i < signs.length; i++) {
      const target = signs[i] as DaySigns
      if (target.day >= origin + TRIAL_DAYS) break
      if (!isOrdinary(target)) continue
      const forecasts = members.map((member) => member.predict(target, known))
      trials.push({
        signs: target,
        actual: values[i] as number,
        counting: variances[i] as number,
        means: forecasts.map(({ mean }) => mean),
        variance: meanVariance(forecasts, processes),
      })
    }
  }
  return trials
}

/** Inverse mean absolute errors, squared, shrunk to equal. */
function weightsOf(trials: readonly Trial[], members: number): number[] {
  const equal = Array.from({ length: members }, () => 1)
  if (trials.length === 0) return equal
  const errors = equal.map((_, member) => {
    let sum = 0
    let whole = 0
    for (const { actual, means, counting } of trials) {
      const trust = 1 / (0.01 + counting)
      sum += trust * Math.abs(actual - (means[member] as number))
      whole += trust
    }
    return sum / whole
  })
  const best = Math.min(...errors)
  if (best === 0) return equal
  const trust = trials.length / (trials.length + EQUAL_TRIALS)
  return errors.map((error) => trust * (best / error) ** 2 + (1 - trust))
}

/** Factor of the standard deviation at which 80 % of the trials would have been inside. */
function widthOf(trials: readonly Trial[], weights: readonly number[]): number {
  if (trials.length === 0) return 1
  const scores = trials.map(
    ({ actual, means, variance, counting }) =>
      Math.abs(actual - weighted(means, weights)) / Math.sqrt(variance + counting),
  )
  const trust = trials.length / (trials.length + WIDTH_TRIALS)
  return Math.exp(trust * Math.log(quantile(scores, 0.8) / NORMAL_80))
}
