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
  /** Where mails are handed in; undefined: none are sent. */
  readonly mail: MailConfig | undefined
  readonly log: (typeof LOGS)[number]
}

export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string }

export interface MailConfig {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  readonly url: string
  /** `Kezek <kezek@example.kz>`, or the address alone. */
  readonly from: string
}

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
    mail: mailOf(env, faults),
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

function mailOf(env: Environment, faults: string[]): MailConfig | undefined {
  const url = env['KEZEK_SMTP_URL'] ?? ''
  const from = env['KEZEK_MAIL_FROM'] ?? ''
  if (url === '' && from === '') return undefined
  // The address is not repeated: there may be a password in it.
  if (!/^smtps?:\/\/./.test(url) || !URL.canParse(url)) {
    faults.push('KEZEK_SMTP_URL must be an address that starts with smtp:// or smtps://')
  }
  if (!/[^\s@<>]@[^\s@<>]/.test(from)) {
    faults.push(`KEZEK_MAIL_FROM must be a mail address, got ${from}`)
  }
  return { url, from }
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
