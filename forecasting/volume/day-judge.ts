import { once } from '../kernel/once.ts'
import type { DayKernelSettings } from './day-kernel.ts'
import type { DayObservations } from './day-member.ts'
import { areBeside, wildByThemselves, wildDays } from './day-outliers.ts'
import { type DayProcess, dayProcess, type DayProcessSettings } from './day-process.ts'
import { type JudgedLevel, type LevelShift, levelShift, RECENT_DAYS } from './level-shift.ts'

/** Observations made fit to learn from, and what was found on the way. */
export interface JudgedDays {
  readonly observed: DayObservations
  /** Standard deviation of a day's own log volume, counting noise apart. */
  readonly noise: number
  /** Observations that could not be believed. */
  readonly wild: readonly number[]
  readonly shift: LevelShift | null
}

/** What a planner knows better than the figures say; days are counted as of the signs. */
export interface Beliefs {
  /** Days that are true, however far they stray. */
  readonly trusted: ReadonlySet<number>
  /** Days on which no lasting step of the level begins. */
  readonly deniedShifts: ReadonlySet<number>
}

export const NO_BELIEFS: Beliefs = { trusted: new Set(), deniedShifts: new Set() }

/** A queue's days stray from the model by this much of their volume; the likeliest is taken. */
const NOISES = [0.03, 0.06, 0.11, 0.2]
/** A level that hardly wanders, and what its days must say for it (log likelihood). */
const CALM_LEVEL = 0.04
const CALM_GAIN = 4
/** Judging is local, and costs the cube of the days: a year at a time. */
const JUDGED_DAYS = 364

/**
 * Finds the noise, the wild days and a recent step of the level.
 *
 * Wild days stay, with their variance raised by what they stray: they say little, not nothing. Days
 * before a step are lifted to the new level, so that every member learns from all of them.
 *
 * @param how.maxLagDays as of {@link dayProcess}
 */
export function judgeDays(
  counted: DayObservations,
  how: {
    readonly kernel: DayKernelSettings
    readonly maxLagDays: number
    readonly beliefs: Beliefs
  },
): JudgedDays {
  const { kernel, maxLagDays, beliefs } = how
  const process = (observed: DayObservations, noise: number): DayProcess =>
    dayProcess(observed, { name: 'judge', kernel, noise, maxLagDays })
  const newest = Math.max(0, counted.signs.length - JUDGED_DAYS)
  const { noise, model: ofNewest } = likeliest((own) => process(part(counted, newest), own))
  const variances = counted.variances.slice()
  const wild: number[] = []
  for (let end = counted.signs.length; end > 0; end -= JUDGED_DAYS) {
    const from = Math.max(0, end - JUDGED_DAYS)
    const observed = part(counted, from, end)
    const model = from === newest ? ofNewest : process(observed, noise)
    const found = wildDays(observed, model, beliefs.trusted)
    const doubt = (days: readonly number[]): DayObservations => doubted(observed, model, days)
    const own = areBeside(found, observed)
      ? wildByThemselves(found, {
          before: model,
          doubted: process(doubt(found), noise),
          added: (i) => (model.residuals()[i] as number) ** 2,
        })
      : found
    variances.set(doubt(own).variances, from)
    wild.push(...own.map((i) => from + i))
  }
  const believed = { ...counted, variances }
  const recent = part(believed, newest)
  const isDoubted = wild.some((i) => i >= newest)
  const found = levelShift(
    calmer(isDoubted ? process(recent, noise) : ofNewest, recent, { kernel, noise, maxLagDays }),
    recent.signs,
    beliefs.deniedShifts,
  )
  const shift = found === null ? null : { ...found, observation: newest + found.observation }
  return {
    observed: shift === null ? believed : lifted(believed, shift),
    noise,
    wild,
    shift,
  }
}

/** The same days, with the variance of some raised by what they stray. */
function doubted(
  observed: DayObservations,
  model: DayProcess,
  days: readonly number[],
): DayObservations {
  const variances = observed.variances.slice()
  for (const i of days) {
    variances[i] = (variances[i] as number) + (model.residuals()[i] as number) ** 2
  }
  return { ...observed, variances }
}

/**
 * The process of a queue whose level hardly wanders, if its days before the last weeks say beyond
 * doubt that it is one: such a process cannot follow a step by itself, and so sees a smaller one.
 */
function calmer(
  usual: DayProcess,
  observed: DayObservations,
  settings: Omit<DayProcessSettings, 'name'>,
): JudgedLevel {
  const newest = observed.signs.at(-1)?.day ?? 0
  const before = observed.signs.filter(({ day }) => newest - day >= RECENT_DAYS).length
  const kernel = { ...settings.kernel, level: CALM_LEVEL }
  const calm = dayProcess(observed, { ...settings, kernel, name: 'calm' })
  const gain = calm.likelihood(before) - usual.likelihood(before)
  return before > 0 && gain > CALM_GAIN
    ? { process: calm, isCalm: true }
    : { process: usual, isCalm: false }
}

/** The likelihood has one summit over the noise, so a climb from the middle finds it. */
function likeliest(at: (noise: number) => DayProcess): {
  readonly noise: number
  readonly model: DayProcess
} {
  const models = NOISES.map((noise) => once(() => at(noise)))
  const likelihood = (i: number): number => models[i]?.().likelihood() ?? -Infinity
  const start = NOISES.length / 2 - 1
  const step = likelihood(start) >= likelihood(start + 1) ? -1 : 1
  let best = step === 1 ? start + 1 : start
  while (likelihood(best + step) > likelihood(best)) best += step
  return { noise: NOISES[best] as number, model: (models[best] as () => DayProcess)() }
}

function part(observed: DayObservations, from: number, end?: number): DayObservations {
  return {
    signs: observed.signs.slice(from, end),
    values: observed.values.slice(from, end),
    variances: observed.variances.slice(from, end),
  }
}

function lifted(observed: DayObservations, shift: LevelShift): DayObservations {
  const values = observed.values.map((value, i) =>
    i < shift.observation ? value + shift.size : value,
  )
  return { ...observed, values }
}
