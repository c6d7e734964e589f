import type { Task } from '#server/platform/jobs/compute.ts'

import { outlookCase, type OutlookSource } from '../forecasts/outlook/outlook-case.ts'
import type { HeadCountPlan } from './head-count.schema.ts'
import { type HeadCountFacts, planOfFacts } from './plan-of-facts.ts'

export interface HeadCountOrder {
  readonly facts: HeadCountFacts
  readonly sources: readonly OutlookSource[]
}

/** Plans head count in a worker thread: the outlooks of a dozen queues take a second. */
export const computeHeadCount: Task<HeadCountOrder, HeadCountPlan> = ({ facts, sources }) =>
  planOfFacts(facts, sources.map(outlookCase))
