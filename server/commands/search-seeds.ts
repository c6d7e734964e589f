import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

import type { SearchAnswer, SearchRequest } from './search-once.ts'

/**
 * Searches with as many seeds as there are workers, each in a thread, and keeps the best plan; of equals
 * that of the lowest seed. So the answer does not hang on which thread is the faster. An interrupt ends the
 * searches, and the best so far is kept.
 *
 * @param workers threads, 1 or more; seeds are `seed` and those after it
 */
export async function searchSeeds(
  request: Omit<SearchRequest, 'cancelled'>,
  workers: number,
): Promise<SearchAnswer> {
  const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const cancel = (): void => {
    Atomics.store(cancelled, 0, 1)
  }
  process.once('SIGINT', cancel)
  try {
    const answers = await Promise.all(
      Array.from({ length: workers }, (_, index) =>
        searchInThread({ ...request, seed: request.seed + index, cancelled }),
      ),
    )
    return answers.reduce((best, one) => (isBetter(one, best) ? one : best))
  } finally {
    process.off('SIGINT', cancel)
  }
}

function isBetter({ rank: [missed, cost] }: SearchAnswer, { rank }: SearchAnswer): boolean {
  return missed === rank[0] ? cost < rank[1] : missed < rank[0]
}

async function searchInThread(request: SearchRequest): Promise<SearchAnswer> {
  const worker = new Worker(new URL('search-once.worker.ts', import.meta.url), {
    workerData: request,
  })
  const [answer] = (await once(worker, 'message')) as [SearchAnswer]
  return answer
}
