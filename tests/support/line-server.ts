import { createServer, type Server, type Socket } from 'node:net'

/** A telephone system's control port as a test plays it: greets, and hears commands that end alike. */
export class LineServer {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  constructor(greeting: string, end: string, hear: (socket: Socket, command: string) => void) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket)
      socket.setEncoding('utf8')
      socket.on('close', () => this.#sockets.delete(socket))
      socket.on('error', () => undefined)
      socket.write(greeting)
      let rest = ''
      socket.on('data', (chunk: string) => {
        const parts = (rest + chunk).split(end)
        rest = parts.pop() ?? ''
        for (const part of parts) hear(socket, part)
      })
    })
  }

  /** @returns the port that it took */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  /** Whoever is connected. */
  get sockets(): Iterable<Socket> {
    return this.#sockets
  }

  /** The line is cut; a client may come again. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
