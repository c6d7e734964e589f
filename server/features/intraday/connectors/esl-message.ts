/** One message of FreeSWITCH's event socket: its headers, and a body where `Content-Length` says so. */
export interface EslMessage {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

const HEADERS_END = '\n\n'

/** Cuts what comes over the wire into messages. A body is counted in bytes, whatever its letters. */
export class EslReader {
  #rest: Buffer = Buffer.alloc(0)

  /** @returns the messages that this chunk completes */
  read(chunk: Buffer): EslMessage[] {
    this.#rest = Buffer.concat([this.#rest, chunk])
    const messages: EslMessage[] = []
    for (let message = this.#next(); message !== undefined; message = this.#next()) {
      messages.push(message)
    }
    return messages
  }

  #next(): EslMessage | undefined {
    const end = this.#rest.indexOf(HEADERS_END)
    if (end < 0) return undefined
    const headers = readHeaders(this.#rest.toString('utf8', 0, end))
    const length = Number(headers.get('Content-Length') ?? 0)
    const from = end + HEADERS_END.length
    if (this.#rest.length < from + length) return undefined
    const body = this.#rest.toString('utf8', from, from + length)
    this.#rest = this.#rest.subarray(from + length)
    return { headers, body }
  }
}

/** The headers of a plain event, whose values are written as in an address. */
export function readEvent(body: string): ReadonlyMap<string, string> {
  return new Map([...readHeaders(body)].map(([name, value]) => [name, unescaped(value)]))
}

/**
 * The rows of a list that `callcenter_config` answers with: columns parted by `|` under their names,
 * closed by `+OK`.
 */
export function readTable(body: string): ReadonlyMap<string, string>[] {
  const [head = '', ...lines] = body.split(/\r?\n/)
  const names = head.split('|')
  return lines
    .filter((line) => line !== '' && !/^[+-](OK|ERR)/.test(line))
    .map((line) => {
      const cells = line.split('|')
      return new Map(names.map((name, at) => [name, cells[at] ?? '']))
    })
}

/** A command as it is sent. @throws {RangeError} for one of several lines */
export function eslCommand(command: string): string {
  if (/[\r\n]/.test(command)) throw new RangeError('a command must be one line')
  return `${command}\n\n`
}

function readHeaders(text: string): Map<string, string> {
  const headers = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':')
    return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]]
  })
  return new Map(headers)
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    // A lone per cent sign is one.
    return value
  }
}
