import { monthOutlook, type MonthOutlook } from '#forecasting/volume/month-outlook.ts'
import { QUANTILE_LEVELS } from '#forecasting/volume/quantile-levels.ts'

import { type Command, InputError, parseOptions } from './command.ts'
import { specialDaysOf, zoneOf } from './forecast.command.ts'
import { readHistoryFile } from './history-file.ts'

const MONTHS_MAX = 36
const MONTHS_USUAL = 24

/** Contacts by month of every queue in a history file, for head-count planning; no database. */
export const outlookCommand: Command = {
  name: 'outlook',
  summary: 'Contacts by month and day, one to three years ahead, with a growth scenario.',
  usage:
    '--history FILE --timezone TZ [--months N] [--growth PERCENT] [--calendar KZ|none] [--events FILE]',
  async run(args) {
    const options = parseOptions(args, {
      history: 'string',
      timezone: 'string',
      months: 'string',
      growth: 'string',
      calendar: 'string',
      events: 'string',
    })
    const timezone = zoneOf(options)
    const months = options.integer('months', { min: 1, max: MONTHS_MAX }) ?? MONTHS_USUAL
    const growth = options.integer('growth', { min: -50, max: 100 })
    const histories = await readHistoryFile(options.required('history'), timezone)
    const specialDays = await specialDaysOf(options, timezone)
    const scenario = growth === undefined ? {} : { annualGrowth: growth / 100 }
    const queues = histories.map((history) => {
      try {
        return monthOutlook(history, { timezone, months, specialDays, ...scenario })
      } catch (error) {
        if (error instanceof RangeError) throw new InputError(error.message)
        throw error
      }
    })
    process.stdout.write(`${JSON.stringify({ queues: queues.map(present) })}\n`)
  },
}

function present(outlook: MonthOutlook): Record<string, unknown> {
  return {
    queue: outlook.queue,
    annual_growth: outlook.annualGrowth,
    growth_is: outlook.growthIs,
    knows_seasons: outlook.knowsSeasons,
    months: outlook.months.map(({ month, days, ...told }) => ({
      month,
      volume: presentVolume(told),
      days: days.map(({ date, ...ofDay }) => ({ date, volume: presentVolume(ofDay) })),
    })),
  }
}

function presentVolume({
  mean,
  quantiles,
}: Pick<MonthOutlook['months'][number], 'mean' | 'quantiles'>) {
  return {
    mean,
    quantiles: Object.fromEntries(QUANTILE_LEVELS.map((level, i) => [level, quantiles[i]])),
  }
}
