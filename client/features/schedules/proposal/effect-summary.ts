import type { components } from '../../../api/schema.d.ts'
import type { Grid } from '../shift/shift-edit.ts'
import type { ShiftEffect } from './use-shift-effect.ts'

type Violation = components['schemas']['Violation']
type Coverage = Grid['coverage']

/** What a change brings, as short as a planner needs it to decide. */
export interface EffectSummary {
  /** Agent-hours that are missing in the whole schedule. */
  readonly shortHours: Change
  /** Queues for which it matters, the largest change first. */
  readonly queues: readonly (Change & { readonly queueId: string })[]
  /** Paid hours of the person. */
  readonly paidHours: Change
  readonly added: readonly Violation[]
  readonly removed: readonly Violation[]
}

interface Change {
  readonly before: number
  readonly after: number
}

/** Less than three minutes of one person is rounding. */
export const TELLING_HOURS = 0.05

export function effectSummary(
  { coverage, operators }: Pick<Grid, 'coverage' | 'operators'>,
  effect: ShiftEffect,
): EffectSummary {
  const after = coverageAfter(coverage, effect)
  const hours = (missing: readonly number[]): number =>
    (missing.reduce((sum, agents) => sum + agents, 0) * coverage.intervalMinutes) / 60
  const person = operators.find(({ id }) => id === effect.shift.operatorId)
  return {
    shortHours: { before: hours(coverage.shortage), after: hours(after.shortage) },
    queues: coverage.queues
      .map(({ queueId, shortage }, at) => ({
        queueId,
        before: hours(shortage),
        after: hours(after.queues[at]?.shortage ?? shortage),
      }))
      .filter((queue) => size(queue) >= TELLING_HOURS)
      .toSorted((a, b) => size(b) - size(a)),
    paidHours: { before: (person?.paidMinutes ?? 0) / 60, after: effect.paidMinutes / 60 },
    ...effect.violations,
  }
}

const size = ({ before, after }: Change): number => Math.abs(after - before)

/** The coverage of the schedule with that of the days that the change touches put in. */
export function coverageAfter(
  coverage: Coverage,
  { coverage: part }: Pick<ShiftEffect, 'coverage'>,
): Coverage {
  const put = (whole: readonly number[], days: readonly number[]): number[] =>
    whole.toSpliced(part.firstInterval, days.length, ...days)
  const touched = new Map(part.queues.map(({ queueId, shortage }) => [queueId, shortage]))
  return {
    ...coverage,
    scheduled: put(coverage.scheduled, part.scheduled),
    shortage: put(coverage.shortage, part.shortage),
    queues: coverage.queues.map((queue) => ({
      ...queue,
      shortage: put(queue.shortage, touched.get(queue.queueId) ?? []),
    })),
  }
}
