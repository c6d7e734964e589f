import { followAsterisk } from '../features/intraday/connectors/ami-client.ts'
import { BatchSender } from '../features/intraday/connectors/batch-sender.ts'
import { deliverTo } from '../features/intraday/connectors/deliver-http.ts'
import { followFreeswitch } from '../features/intraday/connectors/esl-client.ts'
import { followFinesse } from '../features/intraday/connectors/finesse-client.ts'
import { followQueueLog } from '../features/intraday/connectors/follow-queue-log.ts'
import type { ConnectorListener } from '../features/intraday/connectors/keep-connected.ts'
import {
  type Command,
  InputError,
  type ParsedOptions,
  parseOptions,
  UsageError,
} from './command.ts'

const AMI_PORT = 5038
const ESL_PORT = 8021

/** Follows one system until it is told to stop. */
type Follow = (listener: ConnectorListener, signal: AbortSignal) => Promise<void>

const SYSTEMS: Readonly<Record<string, (options: ParsedOptions) => Follow>> = {
  asterisk(options) {
    const ami = {
      host: options.required('host'),
      port: options.integer('port', { min: 1, max: 65_535 }) ?? AMI_PORT,
      username: options.required('user'),
      secret: secretFrom('KEZEK_AMI_SECRET'),
    }
    return (listener, signal) => followAsterisk(ami, listener, signal)
  },
  freeswitch(options) {
    const esl = {
      host: options.required('host'),
      port: options.integer('port', { min: 1, max: 65_535 }) ?? ESL_PORT,
      secret: secretFrom('KEZEK_ESL_SECRET'),
    }
    return (listener, signal) => followFreeswitch(esl, listener, signal)
  },
  finesse(options) {
    const finesse = {
      address: options.required('address'),
      team: options.required('team'),
      username: options.required('user'),
      password: secretFrom('KEZEK_FINESSE_PASSWORD'),
    }
    return (listener, signal) => followFinesse(finesse, listener, signal)
  },
  'queue-log'(options) {
    const file = options.required('file')
    const wrapUpSeconds = options.integer('wrap-up', { min: 0, max: 3600 }) ?? 0
    return (listener, signal) => followQueueLog(file, listener, signal, { wrapUpSeconds })
  },
}

/**
 * Follows a telephone system and sends people's states to a running service. It is a process of its
 * own, beside the telephone system if need be. Both secrets come from the environment, where other
 * users of the machine cannot read them: KEZEK_FEED_KEY, and that of the telephone system.
 */
export const feedCommand: Command = {
  name: 'feed',
  summary: 'Follows a telephone system and sends people’s states to the service.',
  usage:
    'asterisk --service URL --host HOST [--port N] --user NAME | freeswitch --service URL --host HOST [--port N] | finesse --service URL --address URL --team ID --user NAME | queue-log --service URL --file FILE [--wrap-up SECONDS] (each: [--states-only])',
  async run(args) {
    const options = parseOptions(args, {
      service: 'string',
      host: 'string',
      port: 'string',
      user: 'string',
      address: 'string',
      team: 'string',
      file: 'string',
      'wrap-up': 'string',
      'states-only': 'boolean',
    })
    const name = options.positionals.join(' ')
    const system = Object.hasOwn(SYSTEMS, name) ? SYSTEMS[name] : undefined
    if (system === undefined) {
      throw new UsageError(`the system must be one of ${Object.keys(SYSTEMS).join(', ')}`)
    }
    const follow = system(options)
    const deliver = deliverTo(options.required('service'), secretFrom('KEZEK_FEED_KEY'))
    const stopped = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
    const onTrouble = (message: string): void => void process.stderr.write(`${message}\n`)
    const sender = new BatchSender({ deliver, onTrouble })
    const listener = {
      snapshot: sender.snapshot.bind(sender),
      events: sender.events.bind(sender),
      // Where two feeds hear of the same queue, one of them counts its contacts.
      contacts: options.flag('states-only') ? () => undefined : sender.contacts.bind(sender),
      alive: sender.heartbeat.bind(sender),
      trouble: onTrouble,
    }
    await Promise.all([follow(listener, stopped.signal), sender.run(stopped.signal)])
  },
}

function secretFrom(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new InputError(`${name} is required`)
  return value
}
