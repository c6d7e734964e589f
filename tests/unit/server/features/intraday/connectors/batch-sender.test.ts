import { describe, expect, it, vi } from 'vitest'

import { BatchSender } from '#server/features/intraday/connectors/batch-sender.ts'
import type { BatchAnswer, FeedBatch } from '#server/features/intraday/ingest/feeds.schema.ts'

const ANSWER: BatchAnswer = {
  accepted: 0,
  duplicates: 0,
  late: 0,
  outOfOrder: 0,
  clockAhead: 0,
  unknownAgents: 0,
  unknownStates: 0,
  contacts: 0,
  unknownQueues: 0,
  lastSequence: null,
  replayed: false,
}
const event = (state: string) => ({ agent: '1001', state, at: '2026-11-25T06:00:00Z' })

/** A service that fails when it is told to, and counts the numbers as the real one does. */
function someService(fails: (attempt: number) => boolean, lastSequence: number | null = null) {
  const taken: FeedBatch[] = []
  const attempts: FeedBatch[] = []
  let last = lastSequence
  const deliver = async (batch: FeedBatch): Promise<BatchAnswer> => {
    attempts.push(batch)
    if (fails(attempts.length)) throw new Error('away')
    taken.push(batch)
    last = batch.sequence ?? last
    return { ...ANSWER, lastSequence: last }
  }
  return { deliver, taken, attempts }
}

async function sendAll(
  service: ReturnType<typeof someService>,
  fill: (sender: BatchSender) => void,
  count: number,
): Promise<string[]> {
  const troubles: string[] = []
  const stopped = new AbortController()
  const sender = new BatchSender({
    deliver: service.deliver,
    collectMs: 1,
    retryMs: 1,
    onTrouble: (text) => void troubles.push(text),
  })
  fill(sender)
  const running = sender.run(stopped.signal)
  await vi.waitFor(() => expect(service.taken).toHaveLength(count), { timeout: 10_000 })
  stopped.abort()
  await running
  return troubles
}

describe('BatchSender', () => {
  it('keeps the order, and numbers on from where the service stands', async () => {
    const service = someService(() => false, 41)
    await sendAll(
      service,
      (sender) => {
        sender.snapshot([event('ready')])
        sender.events([event('ringing')])
        sender.events([event('on_contact')])
        sender.snapshot([event('paused')])
      },
      3,
    )
    expect(service.taken.map(({ sequence }) => sequence)).toEqual([undefined, 42, 43])
    expect(service.taken.map(({ events }) => events.map(({ state }) => state))).toEqual([
      ['ready'],
      ['ringing', 'on_contact'],
      ['paused'],
    ])
  })

  it('tries a batch again under the same key and number until it is taken in', async () => {
    const service = someService((attempt) => attempt > 1 && attempt < 5)
    const troubles = await sendAll(
      service,
      (sender) => {
        sender.snapshot([])
        sender.events([event('ready')])
      },
      2,
    )
    expect(troubles).toEqual(['away', 'away', 'away'])
    const retried = service.attempts.slice(1)
    expect(new Set(retried.map(({ key }) => key)).size).toBe(1)
    expect(new Set(retried.map(({ sequence }) => sequence)).size).toBe(1)
  })

  it('sends no heartbeat beside something that waits', async () => {
    const service = someService(() => false)
    await sendAll(
      service,
      (sender) => {
        sender.heartbeat()
        sender.heartbeat()
        sender.events([event('ready')])
        sender.heartbeat()
      },
      2,
    )
    expect(service.taken.map(({ events }) => events.length)).toEqual([0, 1])
  })
})
