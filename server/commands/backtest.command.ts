import { backtest } from '#forecasting/volume/backtest.ts'

import { type Command, InputError, parseOptions, UsageError } from './command.ts'
import { specialDaysOf, zoneOf } from './forecast.command.ts'
import { readHistoryFile } from './history-file.ts'

const ORIGINS_MAX = 52
const ORIGINS_DEFAULT = 4

/** Rolling-origin accuracy of the forecast beside simple methods; no database. */
export const backtestCommand: Command = {
  name: 'backtest',
  summary: 'Rolling-origin accuracy beside simple methods, per queue and horizon.',
  usage:
    '--history FILE --timezone TZ --weeks 1,2,4 --origins N [--calendar KZ|none] [--events FILE]',
  async run(args) {
    const options = parseOptions(args, {
      history: 'string',
      timezone: 'string',
      weeks: 'string',
      origins: 'string',
      calendar: 'string',
      events: 'string',
    })
    const timezone = zoneOf(options)
    const weeks = (options.text('weeks') ?? '1,2,4').split(',').map(Number)
    if (!weeks.every((week) => Number.isInteger(week) && week >= 1 && week <= 13)) {
      throw new UsageError('--weeks must be whole numbers in 1..13, such as 1,2,4')
    }
    const origins = options.integer('origins', { min: 1, max: ORIGINS_MAX }) ?? ORIGINS_DEFAULT
    const histories = await readHistoryFile(options.required('history'), timezone)
    const specialDays = await specialDaysOf(options, timezone)
    const rows = histories.flatMap((history) =>
      backtest(history, { timezone, specialDays, weeks, origins }),
    )
    if (rows.length === 0) {
      throw new InputError(
        `the history is too short: 4 weeks and the ${Math.max(...weeks)} weeks ahead are needed`,
      )
    }
    process.stdout.write(`${JSON.stringify(rows)}\n`)
  },
}
