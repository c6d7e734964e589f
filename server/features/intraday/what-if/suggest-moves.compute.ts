import type { Task } from '#server/platform/jobs/compute.ts'

import type { DayInHand } from '../hours/day-in-hand.ts'
import type { Ahead } from '../hours/hours.service.ts'
import { hoursModel, shareAhead } from '../hours/predict-hours.ts'
import { suggestForDay } from './suggest-for-day.ts'
import type { Suggestions } from './what-if.schema.ts'

/** A day without its model, which is made of functions and cannot cross to a thread. */
export interface SuggestInput {
  readonly day: Omit<DayInHand, 'ahead'> & { readonly ahead: Omit<Ahead, 'model'> }
}

export function suggestInput({ ahead, ...day }: DayInHand): SuggestInput {
  const { model: _model, ...data } = ahead
  return { day: { ...day, ahead: data } }
}

/** Looks for moves that help, in a worker thread: a thousand people take seconds. */
export const computeSuggestions: Task<SuggestInput, Suggestions> = ({ day }) => {
  const { queues, shrinkage } = day.ahead
  const model = hoursModel(queues, shareAhead(shrinkage, day.nowMs), day.nowMs)
  return suggestForDay({ ...day, ahead: { ...day.ahead, model } })
}
