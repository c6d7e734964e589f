import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

/** A telephone system and the supervisors' browsers, in a thread of their own. */
export interface FeedLoad {
  readonly address: string
  readonly cookie: string
  readonly key: string
  readonly people: number
  readonly watchers: number
  /** Events a second at which the way to the page is timed. */
  readonly rate: number
}

export interface FeedFigures {
  readonly perSecond: number
  readonly sent: number
  readonly seen: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly maxMs: number
}

const STATES = ['ready', 'on_contact', 'after_contact', 'meal'] as const
const BURST_EVENTS = 40_000
const BATCH_EVENTS = 500
const IN_FLIGHT = 4
const TIMED_SECONDS = 15
const TICK_MS = 100
const SETTLE_MS = 2000

const load = workerData as FeedLoad
let batches = 0
let turn = 0
/** When each change was sent, by person and instant; taken out when it is seen. */
const sentAt = new Map<string, number>()
const waits: number[] = []

interface Event {
  readonly agent: string
  readonly state: string
  readonly at: string
}

/** Everybody in turn; each changes state with every event. */
function nextEvents(count: number): Event[] {
  return Array.from({ length: count }, (_, i) => {
    const one = turn++
    const at = new Date(Date.now() - count + i).toISOString()
    return {
      agent: String(1 + (one % load.people)),
      state: STATES[Math.floor(one / load.people) % STATES.length] ?? 'ready',
      at,
    }
  })
}

async function send(events: readonly Event[]): Promise<void> {
  const answer = await fetch(`${load.address}/api/v1/feeds/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${load.key}` },
    body: JSON.stringify({ key: `bench ${++batches}`, events }),
  })
  if (!answer.ok) throw new Error(`the feed was answered with ${answer.status}`)
  await answer.arrayBuffer()
}

/** Reads the stream for ever; one of the watchers looks at what it reads. */
async function watch(isMeasured: boolean, onBoard: () => void): Promise<void> {
  const answer = await fetch(`${load.address}/api/v1/today/events`, {
    headers: { cookie: load.cookie },
  })
  if (!answer.ok || answer.body === null)
    throw new Error(`watching was answered with ${answer.status}`)
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of answer.body) {
    onBoard()
    if (!isMeasured) continue
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) hear(part)
  }
}

function hear(message: string): void {
  const data = message.split('\n').find((line) => line.startsWith('data: '))
  if (data === undefined) return
  const now = performance.now()
  const { rows = [] } = JSON.parse(data.slice(6)) as {
    readonly rows?: readonly { readonly personnelNumber: string; readonly since: string | null }[]
  }
  for (const { personnelNumber, since } of rows) {
    const key = `${personnelNumber}|${since}`
    const sent = sentAt.get(key)
    if (sent === undefined) continue
    sentAt.delete(key)
    waits.push(now - sent)
  }
}

async function everybodyWatches(): Promise<void> {
  await Promise.all(
    Array.from(
      { length: load.watchers },
      (_, at) =>
        new Promise<void>((resolve, reject) => {
          watch(at === 0, resolve).catch(reject)
        }),
    ),
  )
}

/** As fast as it is taken in. */
async function burst(): Promise<number> {
  const startedMs = performance.now()
  let left = BURST_EVENTS / BATCH_EVENTS
  const sender = async (): Promise<void> => {
    while (left-- > 0) await send(nextEvents(BATCH_EVENTS))
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, sender))
  return BURST_EVENTS / ((performance.now() - startedMs) / 1000)
}

/** At an even pace, from sending to the row on the page. */
async function timed(): Promise<number> {
  const perTick = Math.round((load.rate * TICK_MS) / 1000)
  const ticks = (TIMED_SECONDS * 1000) / TICK_MS
  const startedMs = performance.now()
  const sending: Promise<void>[] = []
  for (let tick = 0; tick < ticks; tick++) {
    const events = nextEvents(perTick)
    const now = performance.now()
    for (const { agent, at } of events) sentAt.set(`${agent}|${at}`, now)
    sending.push(send(events))
    await sleep(Math.max(0, startedMs + (tick + 1) * TICK_MS - performance.now()))
  }
  await Promise.all(sending)
  await sleep(SETTLE_MS)
  return perTick * ticks
}

await send(nextEvents(load.people))
await everybodyWatches()
const perSecond = await burst()
await sleep(SETTLE_MS)
const sent = await timed()
const sorted = waits.toSorted((a, b) => a - b)
const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
const figures: FeedFigures = {
  perSecond,
  sent,
  seen: sorted.length,
  p50Ms: at(0.5),
  p95Ms: at(0.95),
  maxMs: at(1),
}
parentPort?.postMessage(figures)
process.exit(0)
