import type { InstanceRules } from '#forecasting/scheduling/instance.ts'
import { shapeFaults } from '#forecasting/scheduling/shape-faults.ts'

import type { ShapeChange } from './working-time.schema.ts'

export type ShiftShapeFaultCode =
  | 'starts_disordered'
  | 'starts_off_step'
  | 'window_disordered'
  | 'span_above_law'
  | 'meal_missing'
  | 'meal_outside_law'
  | 'meal_length_outside_law'
  | 'breaks_do_not_fit'

/** Why shifts of a shape could not be planned, or not legally. */
export interface ShiftShapeFault {
  readonly field: keyof ShapeChange
  readonly code: ShiftShapeFaultCode
  readonly values: Readonly<Record<string, number>>
}

/** A meal is no working time (Labour Code, art. 81): what is left of the span is paid. */
export function paidMinutesOf({
  spanMinutes,
  breaks,
}: Pick<ShapeChange, 'spanMinutes' | 'breaks'>) {
  return breaks
    .filter(({ kind }) => kind === 'meal')
    .reduce((minutes, { lengthMinutes }) => minutes - lengthMinutes, spanMinutes)
}

/**
 * Everything about a shape that breaks the law or leaves its starts or breaks without a place.
 *
 * @param shiftMaxMinutes the longest shift, meals included
 */
export function shiftShapeFaults(
  shape: ShapeChange,
  rules: InstanceRules,
  shiftMaxMinutes: number,
): ShiftShapeFault[] {
  const { spanMinutes, startFromMinutes: from, startToMinutes: to, startStepMinutes: step } = shape
  const faults: ShiftShapeFault[] = []
  if (to < from) faults.push({ field: 'startToMinutes', code: 'starts_disordered', values: {} })
  else if ((to - from) % step !== 0) {
    faults.push({ field: 'startStepMinutes', code: 'starts_off_step', values: { step } })
  }
  if (spanMinutes > shiftMaxMinutes) {
    const values = { given: spanMinutes, most: shiftMaxMinutes }
    faults.push({ field: 'spanMinutes', code: 'span_above_law', values })
  }
  const turned = shape.breaks.findIndex(({ fromMinutes, toMinutes }) => toMinutes < fromMinutes)
  if (turned >= 0) {
    const values = { number: turned + 1 }
    return [...faults, { field: 'breaks', code: 'window_disordered', values }]
  }
  return [...faults, ...breakFaults(shape, rules)]
}

function breakFaults(shape: ShapeChange, rules: InstanceRules): ShiftShapeFault[] {
  const { spanMinutes, startFromMinutes, startToMinutes, startStepMinutes, breaks } = shape
  const found = shapeFaults(
    {
      id: '',
      spanMin: spanMinutes,
      paidMin: paidMinutesOf(shape),
      startFromMin: startFromMinutes,
      startToMin: startToMinutes,
      startStepMin: startStepMinutes,
      breaks: breaks.map(({ kind, lengthMinutes, fromMinutes, toMinutes }) => ({
        kind,
        lenMin: lengthMinutes,
        paid: kind === 'rest',
        fromMin: fromMinutes,
        toMin: toMinutes,
      })),
    },
    rules,
  )
  return found.flatMap(({ code, values }) =>
    // What is paid is reckoned here, and cannot be wrong.
    code === 'paid_minutes_wrong' ? [] : [{ field: 'breaks' as const, code, values }],
  )
}
