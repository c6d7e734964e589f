import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

import { FileRefused } from './import-problem.ts'

const GZIP_MAGIC = [0x1f, 0x8b] as const
/** `PK`: a ZIP archive, which an XLSX workbook is too. */
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04] as const

export interface ByteSourceOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with the bytes read so far, as they stand in the file (before decompression). */
  readonly onProgress?: ((bytesRead: number) => void) | undefined
}

export interface ByteSource {
  readonly compressed: boolean
  readonly chunks: AsyncIterable<Buffer>
}

/**
 * Opens a file or an upload as bytes, decompressing gzip, which is known by its first two bytes and
 * not by a name. Errors of reading come out of the iteration as `FileRefused`.
 *
 * @throws {FileRefused} if the file is empty or an archive
 */
export async function openByteSource(
  source: Readable,
  options: ByteSourceOptions,
): Promise<ByteSource> {
  const iterator = watched(source, options)[Symbol.asyncIterator]()
  const head = await firstBytes(iterator, ZIP_MAGIC.length)
  if (head.length === 0) throw new FileRefused('file-empty')
  if (startsWith(head, ZIP_MAGIC)) throw new FileRefused('archive-unsupported')
  const bytes = resumed(head, iterator)
  if (!startsWith(head, GZIP_MAGIC)) return { compressed: false, chunks: bytes }
  return { compressed: true, chunks: gunzipped(bytes) }
}

async function* watched(
  source: Readable,
  { signal, onProgress }: ByteSourceOptions,
): AsyncGenerator<Buffer> {
  let bytesRead = 0
  const stop = (): void => {
    source.destroy(signal?.reason instanceof Error ? signal.reason : new Error('import cancelled'))
  }
  signal?.throwIfAborted()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    for await (const chunk of source as AsyncIterable<Buffer | string>) {
      signal?.throwIfAborted()
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      bytesRead += bytes.length
      onProgress?.(bytesRead)
      yield bytes
    }
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

async function firstBytes(iterator: AsyncIterator<Buffer>, length: number): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0)
  while (head.length < length) {
    const next = await iterator.next()
    if (next.done === true) break
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
  }
  return head
}

async function* resumed(head: Buffer, iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield head
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value
    }
  } finally {
    await iterator.return?.()
  }
}

async function* gunzipped(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const input = Readable.from(bytes)
  // An error of the input (a cancel, a broken upload) must come out as itself.
  input.on('error', (error) => gunzip.destroy(error))
  input.pipe(gunzip)
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) yield chunk
  } catch (error) {
    throw gzipProblem(error)
  } finally {
    input.destroy()
    gunzip.destroy()
  }
}

function gzipProblem(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'Z_BUF_ERROR') return new FileRefused('gzip-truncated')
  if (code === 'Z_DATA_ERROR') return new FileRefused('gzip-corrupt')
  return error
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte)
}
