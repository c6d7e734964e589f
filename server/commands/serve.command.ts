import { buildPageIfStale } from '../page-build.ts'
import { ConfigError, readConfig } from '../platform/config.ts'
import { FolderInUseError } from '../platform/db/folder-lock.ts'
import { type FirstSignIn, prepareFirstCentre, planSampleWeek } from '../sample/first-centre.ts'
import { openService, type Service } from '../service.ts'
import { type Command, InputError } from './command.ts'

/** The service: API, page, and jobs unless `KEZEK_JOBS=off`. Runs until it is told to stop. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Runs the service: API, page, and jobs unless KEZEK_JOBS=off.',
  usage: '(settings come from the environment: PORT, HOST, DATABASE_URL, KEZEK_DATA, …)',
  async run() {
    const config = readOrRefuse()
    const [service] = await Promise.all([openOrRefuse(config), buildPageIfStale()])
    const first = await prepareFirstCentre(service, config)
    await service.app.listen({ host: config.host, port: config.port })
    stopOnSignals(service)
    announce(addressOf(service), first)
    if (first?.sample === true && config.jobs) await planSampleWeek(service, first)
  },
}

function readOrRefuse(): ReturnType<typeof readConfig> {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) throw new InputError(error.message)
    throw error
  }
}

async function openOrRefuse(config: ReturnType<typeof readConfig>): Promise<Service> {
  try {
    return await openService(config)
  } catch (error) {
    if (error instanceof FolderInUseError) {
      throw new InputError(
        `${error.message}. Two processes on one folder would lose data: stop the other one, ` +
          'or choose another folder with KEZEK_DATA.',
      )
    }
    throw error
  }
}

function addressOf({ app }: Service): string {
  const address = app.server.address()
  if (address === null || typeof address === 'string') return String(address)
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}

function announce(address: string, first: FirstSignIn | undefined): void {
  process.stdout.write(`Kezek: ${address}\n`)
  if (first === undefined) return
  process.stdout.write(
    `First sign-in: ${first.email}  password: ${first.password}\n` +
      'The password is shown once: change it after you sign in.\n',
  )
}

/** SIGTERM and SIGINT finish what runs and close the database; a second one ends at once. */
function stopOnSignals(service: Service): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    service.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
