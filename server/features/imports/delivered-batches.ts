/** What is written on one side is read on the other, one batch at a time. */
export interface Delivery<Batch, Result> {
  readonly batches: AsyncIterable<Batch>
  /** Settles when the producer is done; when nobody reads the batches any more, it fails. */
  readonly result: Promise<Result>
}

/**
 * Turns a producer that pushes into batches that are pulled. The producer waits until each batch is
 * asked for, so memory holds one; when the reader stops early, the producer's next write fails.
 *
 * Resolves when the first batch is waiting, or there is none: what precedes it, such as reading a
 * slow upload to its end, is over by then, and a transaction may begin.
 */
export async function deliver<Batch, Result>(
  produce: (write: (batch: Batch) => Promise<void>) => Promise<Result>,
): Promise<Delivery<Batch, Result>> {
  const { readable, writable } = new TransformStream<Batch, Batch>()
  const writer = writable.getWriter()
  const result = (async () => {
    try {
      return await produce((batch) => writer.write(batch))
    } finally {
      await writer.close().catch(() => undefined)
    }
  })()
  // Whoever awaits it hears of the failure; until then it is nobody's unhandled rejection.
  result.catch(() => undefined)
  const reader = readable.values()
  const first = await reader.next()
  return { result, batches: resumed(first, reader) }
}

async function* resumed<Batch>(
  first: IteratorResult<Batch, unknown>,
  reader: AsyncIterableIterator<Batch>,
): AsyncGenerator<Batch> {
  if (first.done === true) return
  try {
    yield first.value
    yield* reader
  } finally {
    await reader.return?.()
  }
}
