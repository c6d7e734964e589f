import { ruleFigure } from '../schedules/problem/rule-figures.ts'

interface Rule {
  readonly code: string
  readonly parameters: Readonly<Record<string, number>>
}

/** Between what a figure of a house rule may be chosen, in its own unit, and by which article. */
export interface FigureBound {
  readonly least: number
  readonly most: number
  /** Figures are whole multiples of it. */
  readonly step: number
  /** Article of the Labour Code that sets the least; null: it is a matter of sense. */
  readonly leastBy: string | null
  readonly mostBy: string | null
}

const DAY = 1440
const WEEK_DAYS = 7
const QUARTER = 15
/** As long as a contract may ask for, and a shape may break. */
const WEEKLY_REST_MOST = 5 * DAY
const BREAK_MOST = 240
/** Art. 81 asks for a meal in every shift: more than these six hours no house rule leaves without one. */
const MEALLESS_SPAN_MOST = 360

/**
 * The bounds of every house rule under a rule set, by rule and figure.
 *
 * Labour Code: a week has a day off (84), so that the longest rest of it is no shorter than a day, and from a
 * Monday off to the Sunday off of the next week at most twelve days are worked; the night is eight hours (76(1));
 * a meal is half an hour at least (81); a shift ends before twelve hours are over (83).
 */
export function houseBounds(
  rules: readonly Rule[],
): Readonly<Record<string, Readonly<Record<string, FigureBound>>>> {
  const figure = (code: string, name: string, fallback: number): number =>
    ruleFigure({ rules }, code, name, fallback)
  const daysOff = figure('days_off', 'minDaysOffSixDayWeek', 1)
  const daysMost = 2 * (WEEK_DAYS - daysOff)
  const night = figure('night', 'toMinute', 360) - figure('night', 'fromMinute', 1320)
  const nightMinutes = (night + DAY) % DAY
  const mealLeast = figure('meal_break', 'minMinutes', 30)
  const shiftMost = figure('max_shift', 'maxSpanMinutes', 720)
  const sense = { step: QUARTER, leastBy: null, mostBy: null }
  const meal = { ...sense, step: 5, least: mealLeast, most: BREAK_MOST, leastBy: '81' }
  return {
    house_weekly_rest: {
      minRestMinutes: { ...sense, least: daysOff * DAY, most: WEEKLY_REST_MOST, leastBy: '84' },
    },
    house_consecutive_days: {
      maxDays: { ...sense, step: 1, least: 1, most: daysMost, mostBy: '84' },
    },
    house_consecutive_nights: {
      maxNights: { ...sense, step: 1, least: 1, most: daysMost, mostBy: '84' },
      minNightMinutes: { ...sense, least: QUARTER, most: nightMinutes, mostBy: '76(1)' },
    },
    house_meal_window: {
      earliestMinutes: { ...sense, least: 0, most: shiftMost, mostBy: '83' },
      latestMinutes: { ...sense, least: 0, most: shiftMost, mostBy: '83' },
      minMinutes: meal,
      maxMinutes: meal,
      requiredFromSpanMinutes: {
        ...sense,
        least: QUARTER,
        most: MEALLESS_SPAN_MOST,
        mostBy: '81',
      },
    },
    house_work_between_breaks: {
      minMinutes: { ...sense, least: 0, most: BREAK_MOST },
    },
  }
}
