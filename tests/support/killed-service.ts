import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

const READY_WITHIN_MS = 90_000

/** The whole service without the sample, in a process of its own that may be killed and begun again. */
export class KilledService {
  readonly #env: Readonly<Record<string, string>>
  readonly #port: number
  #child: ChildProcess | undefined

  /** @param env where its data are: `KEZEK_DATA`, or `DATABASE_URL` with `KEZEK_SECRET` */
  constructor(env: Readonly<Record<string, string>>, port: number) {
    this.#env = env
    this.#port = port
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  async start(): Promise<void> {
    this.#child = spawn('node', ['server/main.ts'], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        KEZEK_SAMPLE: 'off',
        KEZEK_LOG: 'silent',
        ...this.#env,
      },
      stdio: 'ignore',
    })
    const untilMs = Date.now() + READY_WITHIN_MS
    while (!(await this.isReady())) {
      if (Date.now() > untilMs) throw new Error('the service was not ready in time')
      await sleep(200)
    }
  }

  /** Whether it can work: it answers, and its database answers it. */
  async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.address}/health/ready`).catch(() => undefined)
    return answer?.status === 200
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (child === undefined || !this.isRunning) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
}
