import type { Finding } from '#forecasting/scheduling/diagnose.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { PlanningPeriod } from '../problem/build-instance.ts'
import type { PlanningRows } from '../problem/planning-rows.ts'
import { findingWords } from './finding-words.ts'

/** Why no schedule can exist, each reason with person or shape, days, and the rule with its article. */
export function impossible(
  blockers: readonly Finding[],
  rows: PlanningRows,
  reader: { readonly period: PlanningPeriod; readonly language: Language },
): ProblemError {
  const errors = blockers.map((finding) => {
    const { who, dates, text } = findingWords(finding, rows, reader)
    return { pointer: [who, ...dates].filter((part) => part !== '').join(', '), detail: text }
  })
  const [first] = errors
  const reason = first === undefined ? '' : `${first.pointer}: ${first.detail}`
  return new ProblemError('schedule-impossible', { values: { reason }, errors })
}
