import type { DrawnQuestion, GivenAnswers } from '#server/platform/db/knowledge-test-tables.ts'

/** A share is compared as people reckon it: 0.7 of 10 is 7, whatever the bits of 0.7 are. */
const TOLERANCE = 1e-9

/**
 * How many questions were answered right: all that is right was chosen, and nothing that is wrong.
 * What was not answered is not right.
 *
 * @param rightOf positions of the right options, as the question itself lists them
 */
export function countRight(
  drawn: readonly DrawnQuestion[],
  answers: GivenAnswers,
  rightOf: (question: DrawnQuestion) => readonly number[],
): number {
  return drawn.filter((question, position) => {
    const chosen = (answers[position] ?? []).map((at) => question.order[at])
    const right = rightOf(question)
    return chosen.length === right.length && right.every((option) => chosen.includes(option))
  }).length
}

/** @param passShare of the questions, 0..1 */
export function isPassed(rightCount: number, questions: number, passShare: number): boolean {
  return rightCount >= passShare * questions - TOLERANCE
}
