import type { QueueId } from '#forecasting/kernel/units.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { QueueMap } from './imports.schema.ts'
import type { SourceFormat } from './report/import-report.ts'

/** A queue of a file: systems keep several channels under one name. */
export interface FileQueue {
  readonly queue: string
  readonly channel: string
}

interface KnownQueue {
  readonly id: QueueId
  readonly code: string
  readonly name: object
  readonly channel: string
}

/** Formats that do not say by which channel a contact came; the name alone must do there. */
const WITHOUT_CHANNEL: ReadonlySet<SourceFormat> = new Set(['calabrio', 'queue-log'])

/**
 * Finds the centre's queue that a file means, by its code, by its name in any language, or by what
 * the caller maps to it. A mapped name may carry a channel, `Helpdesk/chat`, for systems that keep
 * several channels under one name.
 */
export class QueueNames {
  readonly #byName = new Map<string, KnownQueue>()
  readonly #mapped = new Map<string, KnownQueue>()

  /** @throws {ProblemError} `queue-unknown` for a mapping to a queue that the centre does not have */
  constructor(queues: readonly KnownQueue[], map: QueueMap) {
    for (const queue of queues) {
      for (const name of Object.values(queue.name) as string[]) this.#byName.set(name, queue)
    }
    // After the names, so that a code is never hidden by another queue's name.
    for (const queue of queues) this.#byName.set(queue.code, queue)
    for (const [external, code] of Object.entries(map)) {
      const queue = this.#byName.get(code)
      if (queue === undefined) throw new ProblemError('queue-unknown', { detail: code })
      this.#mapped.set(external, queue)
    }
  }

  /** The queue that a name means, whatever the channel. */
  find({ queue, channel }: FileQueue): QueueId | undefined {
    return (this.#mappingOf({ queue, channel }) ?? this.#byName.get(queue))?.id
  }

  /**
   * The queues of a file that the centre does not have. A queue of the same name but of another
   * channel is another queue: calls are not added to chats unless a mapping says so.
   */
  unknownIn(queues: readonly FileQueue[], format: SourceFormat | null): readonly string[] {
    const channelTold = format !== null && !WITHOUT_CHANNEL.has(format)
    const unknown = queues.flatMap((one) => {
      if (this.#mappingOf(one) !== undefined) return []
      const known = this.#byName.get(one.queue)
      if (known === undefined) return [one.queue]
      return channelTold && known.channel !== one.channel ? [`${one.queue}/${one.channel}`] : []
    })
    return [...new Set(unknown)]
  }

  #mappingOf({ queue, channel }: FileQueue): KnownQueue | undefined {
    return this.#mapped.get(`${queue}/${channel}`) ?? this.#mapped.get(queue)
  }
}
