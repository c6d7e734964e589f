/** One message of the Asterisk Manager Interface: its headers, the last of a name winning. */
export type AmiMessage = ReadonlyMap<string, string>

/** Cuts what comes over the wire into messages: `Name: value` lines, closed by an empty one. */
export class AmiReader {
  #rest = ''

  /** @returns the messages that this chunk completes */
  read(chunk: string): AmiMessage[] {
    const parts = (this.#rest + chunk).split(/\r?\n\r?\n/)
    this.#rest = parts.pop() ?? ''
    return parts.map(parseMessage)
  }
}

/** A line without a colon, such as the greeting, is no header. */
function parseMessage(text: string): AmiMessage {
  const headers = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':')
    return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]]
  })
  return new Map(headers)
}

/**
 * An action as it is sent. A line break in a value would begin a header of the caller's own.
 *
 * @throws {RangeError} for a value with a line break
 */
export function amiAction(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => {
    if (/[\r\n]/.test(value)) throw new RangeError(`${name} must be one line`)
    return `${name}: ${value}\r\n`
  })
  return `${lines.join('')}\r\n`
}
