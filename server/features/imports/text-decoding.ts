import { isAscii } from 'node:buffer'
import { TextDecoder } from 'node:util'

import { FileRefused } from './import-problem.ts'

/** Encodings that a person may declare; `auto` follows the rule below. */
export type DeclaredEncoding = 'auto' | 'utf-8' | 'windows-1251'

/** What the file turned out to be. */
export type FoundEncoding = 'utf-8' | 'utf-16le' | 'windows-1251'

/** A UTF-8 letter takes at most four bytes: the most that a chunk can cut off. */
const UTF8_LONGEST = 4

/**
 * Bytes that Russian text in windows-1251 is made of, above ASCII: the letters, Ё and ё, quotation
 * marks, dashes, the number sign, the degree sign, the no-break space and the ellipsis.
 */
const CYRILLIC_1251 = new Set([
  0x85,
  0x91,
  0x92,
  0x93,
  0x94,
  0x96,
  0x97,
  0xa0,
  0xa8,
  0xab,
  0xb0,
  0xb8,
  0xb9,
  0xbb,
  ...Array.from({ length: 64 }, (_, index) => 0xc0 + index),
])

/**
 * Decodes a stream of bytes into text.
 *
 * The rule for `auto`: a byte order mark decides (UTF-8, UTF-16 little endian). Otherwise the text
 * is UTF-8 if its first bytes above ASCII are; if they are not, it is windows-1251 provided that
 * every byte above ASCII is one that Russian text uses; else it is refused as unsure, and a person
 * may declare the encoding. A byte that breaks the encoding later in the file refuses the file: a
 * replacement mark in a queue's name would silently make a second queue.
 */
export class TextDecoding {
  /** Null while the text has been plain ASCII, which every encoding shares. */
  #found: FoundEncoding | null
  #decoder: TextDecoder | null = null
  #carried: Buffer = Buffer.alloc(0)
  readonly #declared: DeclaredEncoding
  #started = false

  constructor(declared: DeclaredEncoding) {
    this.#declared = declared
    this.#found = null
    if (declared !== 'auto') this.#become(declared)
  }

  get found(): FoundEncoding {
    return this.#found ?? 'utf-8'
  }

  /**
   * Decodes all chunks.
   *
   * @yields the text; what precedes an undecodable byte comes before the refusal is thrown
   * @throws {FileRefused} `text-undecodable` or `text-encoding-unsure`
   */
  async *decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      yield* this.#text(this.#started ? chunk : this.#withoutMark(chunk), true)
      this.#started = true
    }
    yield* this.#text(Buffer.alloc(0), false)
  }

  *#text(chunk: Buffer, more: boolean): Generator<string> {
    const bytes = this.#carried.length === 0 ? chunk : Buffer.concat([this.#carried, chunk])
    this.#carried = Buffer.alloc(0)
    if (this.#found !== null) {
      yield* this.#decoded(bytes, more)
      return
    }
    if (isAscii(bytes)) {
      yield bytes.toString('latin1')
      return
    }
    const first = bytes.findIndex((byte) => byte > 0x7f)
    yield bytes.toString('latin1', 0, first)
    const rest = bytes.subarray(first)
    if (more && rest.length < UTF8_LONGEST) {
      this.#carried = rest
      return
    }
    this.#become(startsAsUtf8(rest) ? 'utf-8' : 'windows-1251')
    yield* this.#decoded(rest, more)
  }

  *#decoded(bytes: Buffer, more: boolean): Generator<string> {
    if (this.#found === 'windows-1251') yield* this.#checked1251(bytes)
    try {
      yield this.#requireDecoder().decode(bytes, { stream: more })
    } catch {
      yield beforeDamage(bytes)
      throw new FileRefused('text-undecodable', { params: { encoding: this.found } })
    }
  }

  // windows-1251 gives a letter to every byte but one, so only plausibility can tell it apart.
  *#checked1251(bytes: Buffer): Generator<string> {
    const declared = this.#declared === 'windows-1251'
    const odd = bytes.findIndex((byte) =>
      declared ? byte === 0x98 : byte > 0x7f && !CYRILLIC_1251.has(byte),
    )
    if (odd === -1) return
    yield bytes.toString('latin1', 0, odd)
    throw new FileRefused(declared ? 'text-undecodable' : 'text-encoding-unsure', {
      params: { encoding: this.found },
    })
  }

  #withoutMark(chunk: Buffer): Buffer {
    if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
      this.#become('utf-8')
      return chunk.subarray(3)
    }
    if (chunk[0] === 0xff && chunk[1] === 0xfe) {
      this.#become('utf-16le')
      return chunk.subarray(2)
    }
    return chunk
  }

  #become(encoding: FoundEncoding): void {
    this.#found = encoding
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  }

  #requireDecoder(): TextDecoder {
    if (this.#decoder === null) throw new RangeError('decode before the encoding is known')
    return this.#decoder
  }
}

/** True when the first letter above ASCII is a whole UTF-8 letter. `bytes` starts with it. */
function startsAsUtf8(bytes: Buffer): boolean {
  const lead = bytes[0] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length))
    return true
  } catch {
    return false
  }
}

/** The text up to the first byte that is not UTF-8, to count rows and columns in. */
function beforeDamage(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  const mark = text.indexOf('\u{fffd}')
  return mark === -1 ? text : text.slice(0, mark)
}
