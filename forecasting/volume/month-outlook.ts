import { TheilSenRegression } from 'ml-regression'
import { mean, median, standardDeviation } from 'simple-statistics'

import { weekdayOf } from '../kernel/calendar.ts'
import { normalQuantile } from '../kernel/normal-quantile.ts'
import { portableExp } from '../kernel/portable-exp.ts'
import { portableLog1p } from '../kernel/portable-log.ts'
import { dailyTotals } from './daily-totals.ts'
import { dayMatrix } from './day-matrix.ts'
import type { QueueHistory } from './history.ts'
import {
  addMonths,
  daysOfMonth,
  type Month,
  type MonthLevel,
  monthLevels,
  usualDay,
} from './month-levels.ts'
import { dayStray, type OutlookDay, outlookDays, type UsualDay } from './outlook-days.ts'
import { QUANTILE_LEVELS } from './quantile-levels.ts'
import type { SpecialDay } from './special-day.ts'
import { weeklyShape } from './weekly-shape.ts'

export interface OutlookOptions {
  readonly timezone: string
  /** 1–36, beginning with the month after the history's last whole one. */
  readonly months: number
  /** Past and future; their rest days count as the quietest weekday. */
  readonly specialDays: readonly SpecialDay[]
  /** The planner's scenario, per year: 0.1 is ten percent more each year. Learned when left out. */
  readonly annualGrowth?: number
  /** A lasting change that history cannot know: from this month on, so many times as much. */
  readonly step?: { readonly month: Month; readonly factor: number }
}

export interface OutlookMonth {
  readonly month: Month
  /** Expected contacts. */
  readonly mean: number
  /** At `QUANTILE_LEVELS`, ascending. */
  readonly quantiles: readonly number[]
  /** All of the month, ascending. */
  readonly days: readonly OutlookDay[]
}

export interface MonthOutlook {
  readonly queue: string
  readonly months: readonly OutlookMonth[]
  /** Per year, as used: the scenario's, or what was learned. */
  readonly annualGrowth: number
  readonly growthIs: 'given' | 'learned' | 'unknown'
  /** False with less than a year of history: every month is then like every other. */
  readonly knowsSeasons: boolean
}

const YEAR = 12
/** Growth cannot be told from season before months have come round again for half a year. */
const LEARNS_GROWTH_FROM_MONTHS = 18
/** No queue is planned to more than half again, or less than two thirds, within a year. */
const LOG_GROWTH_MAX = Math.log(1.5)
/** Standard deviation of the yearly log growth: of a learned rate, and of none. */
const GROWTH_DOUBT = { given: 0.03, learned: 0.05, unknown: 0.12 }
/** A level wanders besides: standard deviation of its log after a year. */
const WANDERING = 0.06
const RECENT_MONTHS = 6
const NOISE_MIN = 0.02

/**
 * Contacts by month for one to three years ahead, for head-count planning: the level of months,
 * each freed of its weekdays and days of rest, as growth × season of the year.
 *
 * Growth is the Theil–Sen slope of the level over whole years, so that neither a season nor an odd
 * month bends it.
 *
 * Source: P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of
 * the American Statistical Association 63 (1968).
 *
 * @throws {RangeError} if no month of the history is known by at least four fifths of its days
 */
export function monthOutlook(history: QueueHistory, options: OutlookOptions): MonthOutlook {
  const { timezone, specialDays } = options
  const rest = new Set(specialDays.filter(({ kind }) => kind === 'rest').map(({ date }) => date))
  const matrix = dayMatrix(history, {
    zone: timezone,
    slotMinutes: history.stepMinutes,
    restDays: rest,
  })
  const shape = weeklyShape(matrix, new Set(specialDays.map(({ date }) => date)))
  const usual = usualDay(shape, specialDays)
  const totals = dailyTotals(matrix, shape)
  const levels = monthLevels(matrix, totals, usual)
  const last = levels.at(-1)
  if (last === undefined) throw new RangeError(`queue ${history.queue} must have one whole month`)
  const model = fitMonths(levels, options.annualGrowth)
  const known = { model, usual, stray: dayStray(matrix, totals, { levels, usual }) }
  const months = Array.from({ length: options.months }, (_, i) =>
    stepped(outlookMonth(addMonths(last.month, i + 1), i + 1, known), options.step),
  )
  return {
    queue: history.queue,
    months,
    annualGrowth: portableExp(model.yearly) - 1,
    growthIs: model.growthIs,
    knowsSeasons: model.knowsSeasons,
  }
}

function stepped(month: OutlookMonth, step: OutlookOptions['step']): OutlookMonth {
  if (step === undefined || month.month < step.month) return month
  const scaled = <Told extends Pick<OutlookMonth, 'mean' | 'quantiles'>>(told: Told): Told => ({
    ...told,
    mean: told.mean * step.factor,
    quantiles: told.quantiles.map((quantile) => quantile * step.factor),
  })
  return { ...scaled(month), days: month.days.map(scaled) }
}

interface MonthModel {
  /** Log growth of a year. */
  readonly yearly: number
  readonly growthIs: MonthOutlook['growthIs']
  readonly knowsSeasons: boolean
  /** Log level at the last month, without season. */
  readonly level: number
  /** Log effect of each month of the year, January first; they sum to about 0. */
  readonly seasons: readonly number[]
  /** Standard deviation of what is left, logs. */
  readonly noise: number
}

/** Positions of months on one axis, the last known one 0. */
function fitMonths(levels: readonly MonthLevel[], annualGrowth?: number): MonthModel {
  const lastIndex = indexOf((levels.at(-1) as MonthLevel).month)
  const known = levels.map(({ month, logLevel }) => ({
    at: indexOf(month) - lastIndex,
    season: Number(month.slice(5)) - 1,
    logLevel,
  }))
  const learned = learnGrowth(new Map(known.map(({ at, logLevel }) => [at, logLevel])))
  const yearly = annualGrowth === undefined ? (learned ?? 0) : portableLog1p(annualGrowth)
  const pastYearly = learned ?? 0
  const flat = known.map((one) => ({ ...one, rest: one.logLevel - (pastYearly * one.at) / YEAR }))
  const base = median(flat.map(({ rest }) => rest))
  const knowsSeasons = known.length >= YEAR
  const seasons = Array.from({ length: YEAR }, (_, season) => {
    const own = flat.filter((one) => one.season === season)
    return !knowsSeasons || own.length === 0 ? 0 : mean(own.map(({ rest }) => rest - base))
  })
  const left = flat.map(({ rest, season }) => rest - (seasons[season] as number))
  return {
    yearly,
    growthIs: annualGrowth === undefined ? (learned === null ? 'unknown' : 'learned') : 'given',
    knowsSeasons,
    level: median(left.slice(-RECENT_MONTHS)),
    seasons,
    noise: Math.max(NOISE_MIN, left.length < 2 ? 0 : standardDeviation(left)),
  }
}

/** Log growth of a year, or null when it cannot be told from season. */
function learnGrowth(levels: ReadonlyMap<number, number>): number | null {
  const ends = [...levels.keys()].filter((end) =>
    Array.from({ length: YEAR }, (_, back) => end - back).every((at) => levels.has(at)),
  )
  if (levels.size < LEARNS_GROWTH_FROM_MONTHS || ends.length < 2) return null
  const years = ends.map((end) =>
    mean(Array.from({ length: YEAR }, (_, back) => levels.get(end - back) as number)),
  )
  const { slope } = new TheilSenRegression(ends, years)
  return Math.max(-LOG_GROWTH_MAX, Math.min(LOG_GROWTH_MAX, slope * YEAR))
}

function outlookMonth(
  month: Month,
  ahead: number,
  known: { readonly model: MonthModel; readonly usual: UsualDay; readonly stray: number },
): OutlookMonth {
  const { model, usual, stray } = known
  const days = daysOfMonth(month).reduce((sum, day) => sum + usual(day, weekdayOf(day)), 0)
  const season = model.seasons[Number(month.slice(5)) - 1] as number
  const log = model.level + (model.yearly * ahead) / YEAR + season
  const years = ahead / YEAR
  const growthDoubt = GROWTH_DOUBT[model.growthIs] * years
  const deviation = Math.sqrt(model.noise ** 2 + WANDERING ** 2 * years + growthDoubt ** 2)
  const typical = days * portableExp(log)
  const mean = typical * portableExp(deviation ** 2 / 2)
  return {
    month,
    mean,
    days: outlookDays({ month, mean, deviation }, { usual, stray }),
    quantiles: QUANTILE_LEVELS.map(
      (level) => typical * portableExp(deviation * normalQuantile(level)),
    ),
  }
}

function indexOf(month: Month): number {
  return Number(month.slice(0, 4)) * YEAR + Number(month.slice(5)) - 1
}
