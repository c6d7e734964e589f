import { buildPageIfStale } from '../page-build.ts'
import { openConnection } from '../platform/db/connection.ts'
import { renewStatistics } from '../platform/db/statistics.ts'
import { type FirstStart, planSampleWeek, prepareFirstCentre } from '../sample/first-centre.ts'
import { buildService, type Service } from '../service.ts'
import type { Command } from './command.ts'
import { configOrRefuse, openOrRefuse } from './environment.ts'
import { stopOnSignals } from './stop-on-signals.ts'

/** The service: API, page, and jobs unless `KEZEK_JOBS=off`. Runs until it is told to stop. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Runs the service: API, page, and jobs unless KEZEK_JOBS=off.',
  usage: '(settings come from the environment: PORT, HOST, DATABASE_URL, KEZEK_DATA, …)',
  async run() {
    const config = configOrRefuse()
    const service = await openOrRefuse(async () => {
      // A second process is refused before it touches the page that the first one serves.
      const connection = await openConnection(config.database)
      await buildPageIfStale(sayWait)
      return buildService(connection, config)
    })
    const first = await prepareFirstCentre(service, config)
    // A folder that was there before has its statistics in it.
    if (first !== undefined) await renewStatistics(service.connection)
    await service.app.listen({ host: config.host, port: config.port })
    stopOnSignals(service)
    announce(addressOf(service), first)
    if (first?.sample === undefined || !config.jobs) return
    try {
      await planSampleWeek(service, first.sample)
      await renewStatistics(service.connection)
    } catch (error) {
      service.app.log.error({ err: error }, 'the sample week could not be planned')
    }
  },
}

function sayWait(): void {
  process.stdout.write(
    'Building the page, and a centre if there is none: half a minute, this once.\n',
  )
}

function addressOf({ app }: Service): string {
  const address = app.server.address()
  if (address === null || typeof address === 'string') return String(address)
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}

function announce(address: string, first: FirstStart | undefined): void {
  const lines = [`Kezek: ${address}`]
  if (first !== undefined) {
    lines.push(
      `First sign-in: ${first.signIn.email}  password: ${first.signIn.password}`,
      'The password is shown once: change it after you sign in.',
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}
