import { type FileHandle, open, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

export interface FileListener {
  lines(lines: readonly string[]): void
  /** The file is there, and has been looked at. */
  alive(): void
  trouble(message: string): void
}

const LOOK_EVERY_MS = 250
const CHUNK_BYTES = 64 * 1024

/**
 * Reads a file from its beginning and follows it: lines that are added, a file that is emptied, and one
 * that takes its place when the log is rotated. The old one is read to its end first. A line counts when
 * its line break is there.
 */
export async function followFile(
  path: string,
  listener: FileListener,
  signal: AbortSignal,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  const isStopped = (): boolean => signal.aborted
  while (!isStopped()) {
    try {
      const file = await open(path)
      try {
        await new OpenFile(file, path, listener).follow(isStopped, lookEveryMs)
      } finally {
        await file.close()
      }
    } catch (error) {
      listener.trouble(error instanceof Error ? error.message : String(error))
      await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined)
    }
  }
}

class OpenFile {
  readonly #file: FileHandle
  readonly #path: string
  readonly #listener: FileListener
  readonly #decoder = new TextDecoder()
  #offset = 0
  #rest = ''

  constructor(file: FileHandle, path: string, listener: FileListener) {
    this.#file = file
    this.#path = path
    this.#listener = listener
  }

  /** Returns when another file has taken this one's place. */
  async follow(isStopped: () => boolean, lookEveryMs: number): Promise<void> {
    const { ino } = await this.#file.stat()
    while (!isStopped()) {
      await this.#readOn()
      this.#listener.alive()
      // Between renaming the old file and making the new one there is none: the old one goes on.
      const there = await stat(this.#path).catch(() => undefined)
      if (there !== undefined && there.ino !== ino) {
        // What was written between the last reading and the renaming.
        await this.#readOn()
        return
      }
      if (there !== undefined && there.size < this.#offset) return
      await sleep(lookEveryMs)
    }
  }

  async #readOn(): Promise<void> {
    const buffer = Buffer.alloc(CHUNK_BYTES)
    for (;;) {
      const { bytesRead } = await this.#file.read(buffer, 0, CHUNK_BYTES, this.#offset)
      if (bytesRead === 0) return
      this.#offset += bytesRead
      const text =
        this.#rest + this.#decoder.decode(buffer.subarray(0, bytesRead), { stream: true })
      const lines = text.split(/\r?\n/)
      this.#rest = lines.pop() ?? ''
      if (lines.length > 0) this.#listener.lines(lines)
    }
  }
}
