import { MINUTES_PER_DAY, type Instance, type Schedule, type Shift } from '../instance.ts'
import { type ScoreTerms, score } from '../score.ts'
import { changedTerms } from './explained-plan.ts'

export interface ShiftExplanation {
  readonly shift: Shift
  /** By how much the whole plan's cost would rise without the shift; negative where it only costs. */
  readonly worth: number
  /** The same by terms, without those that stay: a shortage it prevents, the pay that it costs. */
  readonly terms: Partial<ScoreTerms>
}

/**
 * Why a person works a shift: what the plan would cost more without it, term by term.
 *
 * @returns undefined when the person has no shift that day
 */
export function explainShift(
  instance: Instance,
  schedule: Schedule,
  { op, day }: { readonly op: string; readonly day: number },
): ShiftExplanation | undefined {
  const shift = schedule.shifts.find(
    (one) => one.op === op && Math.floor(one.start / MINUTES_PER_DAY) === day,
  )
  if (shift === undefined) return undefined
  const without = { ...schedule, shifts: schedule.shifts.filter((one) => one !== shift) }
  const [now, then] = [score(instance, schedule), score(instance, without)]
  return {
    shift,
    worth: then.objective - now.objective,
    terms: changedTerms(now.terms, then.terms),
  }
}
