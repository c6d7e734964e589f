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
  readonly log: 'silent' | 'info' | 'debug'
}

export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string }

type Environment = Readonly<Record<string, string | undefined>>

const SECRET_LENGTH_MIN = 32

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
  const url = env['DATABASE_URL'] ?? ''
  const secret = env['KEZEK_SECRET']
  if (url !== '' && !/^postgres(ql)?:\/\//.test(url)) {
    faults.push('DATABASE_URL must start with postgres:// or postgresql://')
  }
  if (secret !== undefined && secret.length < SECRET_LENGTH_MIN) {
    faults.push(`KEZEK_SECRET must have ${SECRET_LENGTH_MIN} characters or more`)
  }
  if (url !== '' && secret === undefined) {
    faults.push('KEZEK_SECRET is required with DATABASE_URL: every process must share one')
  }
  const config: Config = {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    database:
      url === ''
        ? { kind: 'embedded', folder: path.resolve(env['KEZEK_DATA'] ?? './data') }
        : { kind: 'server', url },
    jobs: choice(env, 'KEZEK_JOBS', ['on', 'off'], 'on', faults) === 'on',
    sample: choice(env, 'KEZEK_SAMPLE', ['on', 'off'], url === '' ? 'on' : 'off', faults) === 'on',
    secret,
    publicUrl: env['KEZEK_URL'],
    log: choice(env, 'KEZEK_LOG', ['silent', 'info', 'debug'], 'info', faults),
  }
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  return config
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
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
  faults: string[],
): Choice {
  const value = env[name] ?? fallback
  const found = choices.find((candidate) => candidate === value)
  if (found === undefined) faults.push(`${name} must be one of ${choices.join(', ')}, got ${value}`)
  return found ?? fallback
}
