import type { BatchAnswer, FeedBatch } from '../ingest/feeds.schema.ts'

const TIMEOUT_MS = 10_000

/**
 * A way to deliver batches to a running service.
 *
 * @param address `http://127.0.0.1:3000`
 * @param key the feed's own key
 */
export function deliverTo(
  address: string,
  key: string,
): (batch: FeedBatch) => Promise<BatchAnswer> {
  const url = new URL('/api/v1/feeds/events', address)
  return async (batch) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(batch),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!response.ok)
      throw new Error(`${url.href} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as BatchAnswer
  }
}
