import { isZone } from '#forecasting/kernel/calendar.ts'

import { openConnection } from '../platform/db/connection.ts'
import { migrate } from '../platform/db/migrate.ts'
import { inNewCenter } from '../platform/db/scope.ts'
import { toProblem } from '../platform/http/problem.ts'
import { LANGUAGES } from '../platform/i18n/messages.ts'
import { insertEmptyCentre, settleCentre } from '../sample/empty-centre.ts'
import { type Command, InputError, parseOptions, UsageError } from './command.ts'
import { configOrRefuse, openOrRefuse } from './environment.ts'

/** Makes a centre with the country's law, and its administrator, whose password it prints once. */
export const centerCommand: Command = {
  name: 'center',
  summary: 'Makes an empty centre and its administrator; prints the first password.',
  usage:
    '--code CODE --name-ru TEXT [--name-kk TEXT] [--name-en TEXT] --timezone TZ --admin-email EMAIL ' +
    '[--language kk|ru|en] [--interval 15|30|60]',
  async run(args) {
    const order = readOrder(args)
    const connection = await openOrRefuse(() => openConnection(configOrRefuse().database))
    try {
      await migrate(connection.db)
      const signIn = await inNewCenter(
        connection.db,
        (db) => insertEmptyCentre(db, order),
        (db, scope) => settleCentre(db, scope, order.admin),
      ).catch((error: unknown) => {
        const problem = error instanceof Error ? toProblem(error, 'en') : undefined
        if (problem === undefined || problem.status >= 500) throw error
        throw new InputError(`${order.code}, ${order.admin.email}: ${problem.title}`)
      })
      process.stdout.write(`${JSON.stringify({ center: order.code, ...signIn })}\n`)
    } finally {
      await connection.close()
    }
  },
}

const INTERVALS = ['15', '30', '60']

function readOrder(args: readonly string[]) {
  const names = ['code', 'name-ru', 'name-kk', 'name-en', 'timezone', 'admin-email', 'language']
  const options = parseOptions(
    args,
    Object.fromEntries([...names, 'interval'].map((name) => [name, 'string' as const])),
  )
  const ru = options.required('name-ru')
  const timezone = options.required('timezone')
  if (!isZone(timezone)) throw new UsageError(`--timezone: there is no time zone ${timezone}`)
  const email = options.required('admin-email')
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new UsageError('--admin-email must be an address')
  const wanted = options.text('language') ?? 'ru'
  const language = LANGUAGES.find((candidate) => candidate === wanted)
  if (language === undefined) throw new UsageError('--language must be kk, ru or en')
  const interval = options.text('interval') ?? '30'
  if (!INTERVALS.includes(interval)) throw new UsageError('--interval must be 15, 30 or 60')
  return {
    code: options.required('code'),
    name: { ru, kk: options.text('name-kk') ?? ru, en: options.text('name-en') ?? ru },
    timezone,
    intervalMinutes: Number(interval),
    admin: { email, language },
  }
}
