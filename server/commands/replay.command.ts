import { appendFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

import type { RecordedEvent } from '#forecasting/simulation/record-day.ts'

import { type Command, InputError, parseOptions, UsageError } from './command.ts'
import { readJson } from './json-input.ts'
import { AmiExchange } from './replay/ami-exchange.ts'
import { queueLogLines } from './replay/queue-log-lines.ts'
import { type RecordedDay, recordedDay } from './replay/recorded-day.ts'
import { checkedSimulation } from './simulate-input.ts'

/** How many events may pass before sockets and files get their turn, at full speed. */
const STEP_EVENTS = 200
const FOLLOWED_EVERY_MS = 100

/**
 * Plays a simulated day to whoever follows: as a growing `queue_log`, and as traffic of the Asterisk
 * Manager Interface. The seed makes the day, so it is the same day every time.
 */
export const replayCommand: Command = {
  name: 'replay',
  summary: 'Plays a simulated day as a queue_log and over a manager interface of its own.',
  usage:
    '--input FILE [--seed N] [--speed 1|60|max] [--start ISO] [--queue-log FILE] [--ami-port N] [--unpunctual PERCENT] [--first-number N] (one of the last two, or both)',
  async run(args) {
    const options = parseOptions(args, {
      input: 'string',
      seed: 'string',
      speed: 'string',
      start: 'string',
      'queue-log': 'string',
      'ami-port': 'string',
      unpunctual: 'string',
      'first-number': 'string',
    })
    const input = checkedSimulation(await readJson(options.required('input')))
    const seed = options.integer('seed', { min: 0, max: 2_147_483_647 }) ?? input.seed ?? 1
    const day = recordedDay(input, {
      seed,
      unpunctualShare: (options.integer('unpunctual', { min: 0, max: 100 }) ?? 0) / 100,
      firstNumber: options.integer('first-number', { min: 1, max: 999_999_999 }),
    })
    const speed = speedOf(options.text('speed') ?? '1')
    const startSeconds = startOf(options.text('start'), day, speed)
    const file = options.text('queue-log')
    const port = options.integer('ami-port', { min: 0, max: 65_535 })
    if (file === undefined && port === undefined) {
      throw new UsageError('give --queue-log or --ami-port, or both')
    }
    const exchange = port === undefined ? undefined : await openExchange(day, startSeconds, port)
    const told = await play(day.events, speed, async (events) => {
      const lines = events.flatMap((event) => queueLogLines(event, day, startSeconds))
      if (file !== undefined) await appendFile(file, lines.map((line) => `${line}\n`).join(''))
      for (const event of events) exchange?.play(event)
    })
    await exchange?.close()
    const { queues, people } = day
    const calls = day.events.filter(({ kind }) => kind === 'enter').length
    const summary = { seed, events: told, calls, people: people.length, queues: queues.length }
    process.stdout.write(`${JSON.stringify(summary)}\n`)
  },
}

async function openExchange(
  day: RecordedDay,
  startSeconds: number,
  port: number,
): Promise<AmiExchange> {
  const secret = process.env['KEZEK_AMI_SECRET']
  if (secret === undefined || secret === '') throw new InputError('KEZEK_AMI_SECRET is required')
  const exchange = new AmiExchange(day, startSeconds, { username: 'kezek', secret })
  const taken = await exchange.listen(port)
  process.stderr.write(`waiting for a follower on port ${taken}, user kezek\n`)
  while (exchange.followers === 0) await sleep(FOLLOWED_EVERY_MS)
  return exchange
}

/**
 * Tells events when their time comes.
 *
 * @param speed seconds of the day in a second; Infinity as fast as they are taken
 */
async function play(
  events: readonly RecordedEvent[],
  speed: number,
  tell: (events: readonly RecordedEvent[]) => Promise<void>,
): Promise<number> {
  const startedMs = Date.now()
  const first = events[0]?.atSeconds ?? 0
  let told = 0
  while (told < events.length) {
    const nowSeconds = first + ((Date.now() - startedMs) / 1000) * speed
    const upTo = events.findIndex(({ atSeconds }, at) => at >= told && atSeconds > nowSeconds)
    const end = Math.min(upTo < 0 ? events.length : upTo, told + STEP_EVENTS)
    if (end > told) await tell(events.slice(told, end))
    told = end
    const next = events[told]
    if (next === undefined) break
    const waitMs = speed === Infinity ? 0 : ((next.atSeconds - nowSeconds) / speed) * 1000
    await sleep(Math.max(0, Math.min(waitMs, 1000)))
  }
  return told
}

function speedOf(text: string): number {
  if (text === 'max') return Infinity
  const speed = Number(text)
  if (!(speed > 0 && speed <= 10_000))
    throw new UsageError('--speed must be a number above 0, or max')
  return speed
}

/** Epoch seconds of the day's beginning: now at the day's own pace, else so that the day ends now. */
function startOf(text: string | undefined, { events }: RecordedDay, speed: number): number {
  if (text !== undefined) {
    const ms = Date.parse(text)
    if (Number.isNaN(ms)) throw new UsageError(`--start: ${text} is no instant`)
    return Math.floor(ms / 1000)
  }
  const now = Math.floor(Date.now() / 1000)
  return speed === 1 ? now : now - (events.at(-1)?.atSeconds ?? 0)
}
