import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'

import type { OwnQueue } from './own-competence.schema.ts'

interface Held {
  readonly code: string
  readonly level: number
  readonly validUntil: string | null
}

/**
 * Which contacts somebody may be given on a day (п. 18), and what is lacking for the others: a level that is
 * too low, one that has expired, or none at all.
 */
export function ownQueues(
  queues: readonly {
    readonly code: string
    readonly name: Text3
    readonly competences: readonly { readonly code: string; readonly minLevel: number }[]
  }[],
  held: readonly Held[],
  today: LocalDate,
): OwnQueue[] {
  const levels = new Map(held.map((one) => [one.code, one]))
  return queues.map(({ code: queueCode, name, competences }) => ({
    code: queueCode,
    name,
    lacking: competences.flatMap(({ code, minLevel }) => {
      const own = levels.get(code)
      const expiredOn =
        own !== undefined && own.validUntil !== null && own.validUntil < today
          ? own.validUntil
          : null
      const isEnough = own !== undefined && own.level >= minLevel && expiredOn === null
      return isEnough ? [] : [{ code, minLevel, level: own?.level ?? null, expiredOn }]
    }),
  }))
}
