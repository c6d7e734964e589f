import { connect, type Socket } from 'node:net'

export interface LineOptions {
  readonly host: string
  readonly port: number
  /** Asks for a sign of life this often, milliseconds; without an answer the line counts as cut. */
  readonly pingMs?: number
}

const PING_MS = 15_000

/** A line to a telephone system, which is cut when nothing was heard for two signs of life. */
export class LiveLine {
  readonly socket: Socket
  readonly #pingMs: number
  #heardMs = Date.now()
  #reason: string | undefined

  constructor({ host, port, pingMs = PING_MS }: LineOptions) {
    this.#pingMs = pingMs
    this.socket = connect({ host, port })
    this.socket.on('data', () => {
      this.#heardMs = Date.now()
    })
  }

  /** Ends the line for a reason of this side. */
  cut(reason: string): void {
    this.#reason = reason
    this.socket.destroy()
  }

  /** @returns why it ended */
  async untilEnd(askForLife: () => void, signal: AbortSignal): Promise<string> {
    const ping = setInterval(() => {
      if (Date.now() - this.#heardMs > 2 * this.#pingMs) {
        this.cut('nothing was heard for two signs of life')
      } else askForLife()
    }, this.#pingMs)
    const stop = (): void => void this.socket.destroy()
    signal.addEventListener('abort', stop)
    const problem = await new Promise<string>((resolve) => {
      this.socket.on('error', (error) => resolve(error.message))
      this.socket.on('close', () => resolve(this.#reason ?? 'the connection was closed'))
    })
    this.socket.destroy()
    clearInterval(ping)
    signal.removeEventListener('abort', stop)
    return problem
  }
}
