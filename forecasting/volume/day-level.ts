import { portableExp } from '../kernel/portable-exp.ts'
import { portableLog } from '../kernel/portable-log.ts'
import { dayEnsemble } from './day-ensemble.ts'
import { type Beliefs, judgeDays, NO_BELIEFS } from './day-judge.ts'
import type { DayKernelSettings, DayPart } from './day-kernel.ts'
import type { DayObservations, LogForecast } from './day-member.ts'
import { dayProcess } from './day-process.ts'
import type { DaySigns } from './day-signs.ts'
import { swingsByFortnight } from './fortnight.ts'
import { twoWayLevel } from './two-way-level.ts'

/** What is expected of one day. */
export interface DayLevel {
  /** Contacts at the middle of the distribution, 0 or more. */
  readonly volume: number
  /** Variance of the day's log volume: uncertainty of the level and the day's own noise. */
  readonly logVariance: number
}

/** A past day; one that was tried from two origins is there twice. */
export interface TriedDay extends DayLevel {
  readonly day: number
}

/** A lasting step of the level: older days were lifted by its factor before anything was learned. */
export interface ShiftedDay {
  /** The first day of the new level. */
  readonly day: number
  /** New volume over old. */
  readonly factor: number
}

export interface DayLevels {
  at(targets: readonly DaySigns[]): DayLevel[]
  /** Logarithms of the factors that {@link DayLevel.volume} is the product of. */
  parts(target: DaySigns): Readonly<Record<DayPart, number>>
  /** Share of each member in an ordinary day's forecast, summing to 1. */
  readonly members: Readonly<Record<string, number>>
  /** Days whose volume the model could not believe, and learned little from. */
  readonly outlierDays: readonly number[]
  readonly shift: ShiftedDay | null
  /** Past ordinary days as they would have been told in the two weeks before. */
  readonly tried: readonly TriedDay[]
  /** Standard deviation that the ends of a 95 % band ask for, over the one that is told. */
  readonly tail: number
}

/**
 * Found on real call series by backtests (docs/adr/0005-day-ensemble.md); optimising them for each
 * queue gained nothing.
 */
const SETTINGS: DayKernelSettings = {
  constant: 1,
  weekday: 0.1,
  weekdayDrift: 0.08,
  weekdayDriftDays: 120,
  level: 0.12,
  levelDays: 20,
  isSmooth: false,
  slowLevel: 0.25,
  slowLevelDays: 400,
  annual: 0,
  annualLength: 0.7,
  fortnight: 0,
  fortnightLength: 0.5,
  monthDay: 0.06,
  monthDayLength: 0.35,
  short: 0.1,
  shortDays: 1,
}
/** Other readings of the same days: each is right of some queues, and together they err less. */
const VARIANTS: Readonly<Record<string, Partial<DayKernelSettings>>> = {
  steady: { slowLevelDays: 1000 },
  no_month_day: { monthDay: 0 },
  fixed_week: { weekdayDrift: 0 },
  smooth: { isSmooth: true, level: 0.08, levelDays: 10, slowLevelDays: 100 },
}
/** A season is learned only where one has come round again; before, it would be a trend's twin. */
const ANNUAL = 0.3
const ANNUAL_FROM_DAYS = 400
/** Of queues that swing from week to week: a third up and down is usual. */
const FORTNIGHT = 0.3
/** Two years: older days say little that newer ones do not. */
const OBSERVED_DAYS_MAX = 728
/** A count of 0 has no logarithm. */
export const COUNT_OFFSET = 0.5

/**
 * Learns the level of days: an ensemble on the logarithm of daily volumes.
 *
 * The middle of the distribution is forecast and not its mean: the half variance between them is
 * uncertain itself, and adding it raised both error and bias in backtests.
 *
 * @param totals contacts of each day of the history, NaN where not known
 * @param signs of the days of the history and, after them, of the days to tell
 * @param beliefs what a planner knows better
 */
export function dayLevels(
  totals: Float64Array,
  signs: readonly DaySigns[],
  beliefs: Beliefs = NO_BELIEFS,
): DayLevels {
  const days = observedDays(totals)
  const logs = Float64Array.from(days, (day) => portableLog((totals[day] as number) + COUNT_OFFSET))
  const centre = days.length === 0 ? 0 : logs.reduce((sum, log) => sum + log, 0) / days.length
  const counted: DayObservations = {
    signs: days.map((day) => signs[day] as DaySigns),
    values: logs.map((log) => log - centre),
    variances: Float64Array.from(days, (day) => 1 / ((totals[day] as number) + 1)),
  }
  const maxLagDays = signs.length
  const swings = swingsByFortnight(counted)
  const settings = { ...SETTINGS, fortnight: swings ? FORTNIGHT : 0 }
  const { observed, noise, wild, shift } = judgeDays(counted, {
    kernel: settings,
    maxLagDays,
    beliefs,
  })
  const spanDays = (days.at(-1) ?? 0) - (days[0] ?? 0)
  const season = { annual: spanDays >= ANNUAL_FROM_DAYS ? ANNUAL : 0 }
  const processes = Object.entries(VARIANTS).map(([name, variant]) =>
    dayProcess(observed, {
      name,
      kernel: { ...settings, ...season, ...variant },
      noise,
      maxLagDays,
    }),
  )
  // It knows no fortnight, and would tell last week's level.
  const simple = swings ? [] : [twoWayLevel(observed)]
  const ensemble = dayEnsemble(observed, processes, simple)
  const levelOf = ({ mean, variance }: LogForecast): DayLevel => ({
    volume: Math.max(0, portableExp(centre + mean) - COUNT_OFFSET),
    logVariance: variance,
  })
  return {
    at: (targets) => ensemble.predict(targets).map(levelOf),
    parts(target) {
      const parts = ensemble.parts(target)
      return { ...parts, trend: centre + parts.trend }
    },
    tail: ensemble.tail,
    tried: ensemble.tried.map((trial) => ({
      ...levelOf(trial),
      day: days[trial.observation] as number,
    })),
    members: ensemble.shares,
    outlierDays: wild.map((i) => days[i] as number).toSorted((a, b) => a - b),
    shift:
      shift === null
        ? null
        : { day: days[shift.observation] as number, factor: portableExp(shift.size) },
  }
}

function observedDays(totals: Float64Array): number[] {
  const days: number[] = []
  totals.forEach((total, day) => {
    if (total > 0) days.push(day)
  })
  return days.slice(-OBSERVED_DAYS_MAX)
}
