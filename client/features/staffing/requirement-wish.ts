import type { components } from '../../api/schema.d.ts'

type Order = components['schemas']['Requirement']

export const GOALS = ['interval', 'period'] as const
export const CONFIDENCES = [0.5, 0.75, 0.9] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** What a requirement is asked for. */
export interface RequirementWish {
  readonly goal: Order['goal']
  /** Null: as each queue says. */
  readonly confidence: Confidence | null
  /** For first tries, not for contacts as they are offered. */
  readonly firstTries: boolean
}

/** Every interval keeps its promises, as surely as the queues say, for contacts as they are offered. */
export const PLAIN_WISH: RequirementWish = {
  goal: 'interval',
  confidence: null,
  firstTries: false,
}

/** The wish as the API takes it. */
export function toOrder(forecastId: string, { goal, confidence, firstTries }: RequirementWish) {
  return {
    forecastId,
    goal,
    ...(confidence === null ? {} : { confidence }),
    ...(firstTries ? { firstTries } : {}),
  }
}
