import type { Task } from '#server/platform/jobs/compute.ts'

import type { OutlookCase } from '../forecasts/outlook/outlook.service.ts'
import type { HeadCountPlan } from './head-count.schema.ts'
import { type HeadCountFacts, planOfFacts } from './plan-of-facts.ts'

export interface HeadCountOrder {
  readonly facts: HeadCountFacts
  readonly cases: readonly OutlookCase[]
}

/** Plans head count in a worker thread: the outlooks of a dozen queues take a second. */
export const computeHeadCount: Task<HeadCountOrder, HeadCountPlan> = ({ facts, cases }) =>
  planOfFacts(facts, cases)
