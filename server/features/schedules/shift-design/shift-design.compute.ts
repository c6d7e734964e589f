import type { Instance } from '#forecasting/scheduling/instance.ts'
import { designShifts, weekOfKinds } from '#forecasting/scheduling/shift-design/design-shifts.ts'
import { withEveryStart } from '#forecasting/scheduling/shift-design/every-start.ts'
import { shiftKinds } from '#forecasting/scheduling/shift-design/shift-kinds.ts'
import { columnPrograms } from '#server/platform/column-program.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

import type { FoundDesign } from './shift-design.schema.ts'

export interface ShiftDesignInput {
  readonly instance: Instance
  readonly everyStart: boolean
  readonly tolerance: number
  readonly most: number
}

/** Finds the kinds of shift that are worth offering, in a worker thread, and prices those of today beside them. */
export const computeShiftDesign: Task<ShiftDesignInput, FoundDesign> = async (
  { instance, everyStart, tolerance, most },
  context,
) => {
  context.report(0, 'design')
  const openProgram = await columnPrograms()
  const wide = withEveryStart(instance)
  const offered = weekOfKinds(instance, openProgram)
  const possible = weekOfKinds(wide, openProgram)
  const found = designShifts(everyStart ? wide : instance, openProgram, {
    tolerance,
    most,
    shouldStop: () => context.shouldStop(),
    onProgress: (share) => context.report(share, 'design'),
  })
  const shapes = new Map(instance.shapes.map((shape) => [shape.id, shape]))
  const starts = new Set(shiftKinds(instance).map(nameOf))
  return {
    kinds: found.kinds.map((kind) => ({
      shape: kind.shape,
      startMinutes: kind.startMin,
      spanMinutes: shapes.get(kind.shape)?.spanMin ?? 0,
      paidMinutes: shapes.get(kind.shape)?.paidMin ?? 0,
      shiftsPerWeek: kind.shiftsPerWeek,
      worth: kind.worth,
      isOffered: starts.has(nameOf(kind)),
    })),
    week: found.week,
    offered,
    possible,
    steps: found.steps.map(({ kinds, cost, added }) => ({
      kinds,
      cost,
      shape: added.shape,
      startMinutes: added.startMin,
    })),
  }
}

const nameOf = ({ shape, startMin }: { readonly shape: string; readonly startMin: number }) =>
  `${shape} ${startMin}`
