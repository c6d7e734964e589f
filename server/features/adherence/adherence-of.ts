import { type AdherenceFigures, figuresOf } from './adherence-figures.ts'
import { type AdherenceTotals, sumJudged } from './adherence-totals.ts'
import type { CompiledPolicy } from './compile-policy.ts'
import { type DayRecord, judgeDay, type JudgedSpan } from './judge-day.ts'
import { tolerate } from './tolerate.ts'

export interface Adherence {
  readonly judged: readonly JudgedSpan[]
  readonly totals: AdherenceTotals
  readonly figures: AdherenceFigures
}

/** Judges a record whole: the one way from plan and states to a figure. */
export function adherenceOf(record: DayRecord, compiled: CompiledPolicy): Adherence {
  const judged = tolerate(judgeDay(record, compiled), compiled)
  const totals = sumJudged(judged)
  return { judged, totals, figures: figuresOf(totals, compiled.policy) }
}
