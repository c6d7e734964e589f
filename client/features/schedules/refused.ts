import type { ProblemView } from '../../lib/problem.ts'

/** Carries a refusal of the API through a query or a mutation. */
export class Refused extends Error {
  readonly problem: ProblemView
  constructor(problem: ProblemView) {
    super(problem.title)
    this.problem = problem
  }
}
