import { type InstanceRules, isUnpaid } from '#forecasting/scheduling/instance.ts'
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
  | 'gap_unfit'
  | 'break_too_long'

/** Why shifts of a shape could not be planned, or not legally. */
export interface ShiftShapeFault {
  readonly field: keyof ShapeChange
  readonly code: ShiftShapeFaultCode
  readonly values: Readonly<Record<string, number>>
}

/** Meals and the gap of a split shift are no working time (Labour Code, art. 72, 81): what is left is paid. */
export function paidMinutesOf({
  spanMinutes,
  breaks,
}: Pick<ShapeChange, 'spanMinutes' | 'breaks'>) {
  return breaks
    .filter(isUnpaid)
    .reduce((minutes, { lengthMinutes }) => minutes - lengthMinutes, spanMinutes)
}

/**
 * Everything about a shape that breaks the law or leaves its starts or breaks without a place.
 *
 * @param shiftMaxMinutes the longest shift, meals included and without the gap of a split one
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
  const gapMinutes = shape.breaks
    .filter(({ kind }) => kind === 'gap')
    .reduce((minutes, { lengthMinutes }) => minutes + lengthMinutes, 0)
  if (spanMinutes - gapMinutes > shiftMaxMinutes) {
    const values = { given: spanMinutes - gapMinutes, most: shiftMaxMinutes }
    faults.push({ field: 'spanMinutes', code: 'span_above_law', values })
  }
  const turned = shape.breaks.findIndex(({ fromMinutes, toMinutes }) => toMinutes < fromMinutes)
  if (turned >= 0) {
    const values = { number: turned + 1 }
    return [...faults, { field: 'breaks', code: 'window_disordered', values }]
  }
  const lengths = lengthFaults(shape)
  const isGapTold = lengths.some(({ code }) => code === 'gap_unfit')
  const others = breakFaults(shape, rules).filter(({ code }) => code !== 'gap_unfit' || !isGapTold)
  return [...faults, ...lengths, ...others]
}

/** Nothing shorter parts a shift in two; nothing longer is a break of one. */
const GAP_MINUTES_MIN = 120
const BREAK_MINUTES_MAX = 240

function lengthFaults({ breaks }: ShapeChange): ShiftShapeFault[] {
  return breaks.flatMap(({ kind, lengthMinutes }, at): ShiftShapeFault[] => {
    if (kind === 'gap' && lengthMinutes < GAP_MINUTES_MIN) {
      return [{ field: 'breaks', code: 'gap_unfit', values: { leastMin: GAP_MINUTES_MIN } }]
    }
    if (kind === 'gap' || lengthMinutes <= BREAK_MINUTES_MAX) return []
    const values = { number: at + 1, mostMin: BREAK_MINUTES_MAX }
    return [{ field: 'breaks', code: 'break_too_long', values }]
  })
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
    code === 'paid_minutes_wrong'
      ? []
      : [{ field: 'breaks' as const, code, values: { leastMin: GAP_MINUTES_MIN, ...values } }],
  )
}
