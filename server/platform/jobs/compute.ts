import os from 'node:os'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

import { Piscina } from 'piscina'

/** What a task in a worker thread gets beside its input. */
interface TaskContext {
  /** 0..1, the name of the stage, and figures of the best so far; the caller shows them. */
  report(progress: number, stage: string, soFar?: object): void
  /** True once the caller wants the task to stop and hand over what it has. */
  shouldStop(): boolean
}

/** A pure calculation that runs in a worker thread: input and output are structured clones. */
export type Task<Input, Output> = (input: Input, context: TaskContext) => Output | Promise<Output>

export interface ComputeRequest<Input> {
  /** File URL of a module that exports the task under `name`. */
  readonly module: URL
  readonly name: string
  readonly input: Input
  readonly onProgress?: (progress: number, stage: string, soFar?: object) => void
  /** Asks the task to stop early and hand over the best it has. */
  readonly signal?: AbortSignal
}

/** What crosses to the thread. */
export interface TaskMessage {
  readonly module: string
  readonly name: string
  readonly input: unknown
  readonly stopFlag: SharedArrayBuffer
  readonly port: MessagePort
}

/** What comes back from it meanwhile. */
export interface TaskReport {
  readonly progress: number
  readonly stage: string
  readonly soFar?: object
}

const WORKERS_MAX = 2

/** Heavy calculations, in at most two threads, so that the event loop stays free for requests. */
export class Compute {
  readonly #pool = new Piscina<TaskMessage, unknown>({
    filename: new URL('compute-worker.ts', import.meta.url).href,
    name: 'runTask',
    minThreads: 0,
    maxThreads: Math.min(WORKERS_MAX, os.availableParallelism()),
    idleTimeout: 30_000,
  })

  /** Runs one task. Rejects with what the task threw. */
  async run<Input, Output>(request: ComputeRequest<Input>): Promise<Output> {
    const stopFlag = new SharedArrayBuffer(4)
    const stop = (): void => void Atomics.store(new Int32Array(stopFlag), 0, 1)
    const { port1, port2 } = new MessageChannel()
    port1.on('message', ({ progress, stage, soFar }: TaskReport) =>
      request.onProgress?.(progress, stage, soFar),
    )
    if (request.signal?.aborted === true) stop()
    request.signal?.addEventListener('abort', stop)
    try {
      const { module, name, input } = request
      const message = { module: module.href, name, input, stopFlag, port: port2 }
      return (await this.#pool.run(message, { transferList: [port2] })) as Output
    } finally {
      request.signal?.removeEventListener('abort', stop)
      port1.close()
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}
