import path from 'node:path'

/** Everything that the environment decides, read once at start. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly database: DatabaseConfig
  /** Whether this process also runs jobs. */
  readonly jobs: boolean
  /** Whether an empty database is filled with the sample centre. */
  readonly sample: boolean
  /** Signs sessions. Undefined with the embedded database: it keeps its own in its folder. */
  readonly secret: string | undefined
  /** The address people type, when it is not `http://host:port` (behind a proxy, for one). */
  readonly publicUrl: string | undefined
  readonly log: (typeof LOGS)[number]
}

export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string }

type Environment = Readonly<Record<string, string | undefined>>

const SECRET_LENGTH_MIN = 32
const LOGS = ['silent', 'info', 'debug'] as const

/** What is wrong with the environment, one line for each variable. */
export class ConfigError extends Error {}

/**
 * Reads the configuration.
 *
 * @throws {ConfigError} naming every variable that does not fit, and what it may be
 */
export function readConfig(env: Environment): Config {
  const faults: string[] = []
  const port = portOf(env, faults)
  const database = databaseOf(env)
  const secret = secretOf(env, database, faults)
  const onOff = (name: string, fallback: 'on' | 'off'): boolean =>
    choice(env, { name, choices: ['on', 'off'], fallback }, faults) === 'on'
  const config: Config = {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    database,
    jobs: onOff('KEZEK_JOBS', 'on'),
    sample: onOff('KEZEK_SAMPLE', database.kind === 'embedded' ? 'on' : 'off'),
    secret,
    publicUrl: env['KEZEK_URL'],
    log: choice(env, { name: 'KEZEK_LOG', choices: LOGS, fallback: 'info' }, faults),
  }
  if (database.kind === 'server' && !/^postgres(ql)?:\/\//.test(database.url)) {
    faults.push('DATABASE_URL must start with postgres:// or postgresql://')
  }
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  return config
}

function databaseOf(env: Environment): DatabaseConfig {
  const url = env['DATABASE_URL'] ?? ''
  if (url !== '') return { kind: 'server', url }
  return { kind: 'embedded', folder: path.resolve(env['KEZEK_DATA'] ?? './data') }
}

function secretOf(
  env: Environment,
  database: DatabaseConfig,
  faults: string[],
): string | undefined {
  const secret = env['KEZEK_SECRET']
  if (secret !== undefined && secret.length < SECRET_LENGTH_MIN) {
    faults.push(`KEZEK_SECRET must have ${SECRET_LENGTH_MIN} characters or more`)
  }
  if (database.kind === 'server' && secret === undefined) {
    faults.push('KEZEK_SECRET is required with DATABASE_URL: every process must share one')
  }
  return secret
}

function portOf(env: Environment, faults: string[]): number {
  const port = Number(env['PORT'] ?? '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    faults.push(`PORT must be a whole number in 0..65535, got ${env['PORT']}`)
  }
  return port
}

function choice<Choice extends string>(
  env: Environment,
  variable: {
    readonly name: string
    readonly choices: readonly Choice[]
    readonly fallback: Choice
  },
  faults: string[],
): Choice {
  const { name, choices, fallback } = variable
  const value = env[name] ?? fallback
  const found = choices.find((candidate) => candidate === value)
  if (found === undefined) faults.push(`${name} must be one of ${choices.join(', ')}, got ${value}`)
  return found ?? fallback
}
