import type { Translate } from '../../lib/i18n/translate.ts'
import { problemText, type ProblemView } from '../../lib/problem.ts'

/** Why a change of one field was refused, in one line under the field. */
export function fieldProblem(problem: ProblemView, t: Translate): string {
  const { text, nextStep, places } = problemText(problem, t)
  const [place] = places
  return place === undefined ? `${text}. ${nextStep}` : `${text}: ${place.detail}`
}
