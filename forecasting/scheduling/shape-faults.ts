import { breakWindows, inOrder } from './break-windows.ts'
import { type InstanceRules, isUnpaid, type Shape, type ShapeBreak } from './instance.ts'
import { partsOfShape, type ShiftPart } from './shift-parts.ts'

/** Why no shift of a shape can be legal. */
export interface ShapeFault {
  readonly shape: string
  readonly rule: 'R04' | 'R05' | 'R18'
  readonly code:
    | 'meal_missing'
    | 'meal_outside_law'
    | 'meal_length_outside_law'
    | 'paid_minutes_wrong'
    | 'breaks_do_not_fit'
    | 'gap_unfit'
  readonly values: Readonly<Record<string, number>>
}

/** Everything about a shape alone that breaks the meal law or leaves its breaks without a place. */
export function shapeFaults(shape: Shape, rules: InstanceRules): ShapeFault[] {
  const faults: ShapeFault[] = []
  const fault = (
    rule: ShapeFault['rule'],
    code: ShapeFault['code'],
    values: ShapeFault['values'],
  ): void => {
    faults.push({ shape: shape.id, rule, code, values })
  }
  const paidMin = shape.breaks.reduce(
    (minutes, pause) => (isUnpaid(pause) ? minutes - pause.lenMin : minutes),
    shape.spanMin,
  )
  if (paidMin !== shape.paidMin) {
    fault('R05', 'paid_minutes_wrong', { paidMin: shape.paidMin, spanLessMealsMin: paidMin })
  }
  const gaps = shape.breaks.filter(({ kind }) => kind === 'gap')
  if (gaps.length > 1 || gaps.some(({ fromMin, toMin }) => fromMin !== toMin)) {
    fault('R18', 'gap_unfit', { gaps: gaps.length })
    return faults
  }
  faults.push(...mealFaults(shape, rules))
  if (faults.length === 0) {
    const empty = breakWindows(shape, rules).find(({ fromMin, toMin }) => fromMin > toMin)
    if (empty !== undefined) {
      fault('R04', 'breaks_do_not_fit', { earliestMin: empty.fromMin, latestMin: empty.toMin })
    }
  }
  return faults
}

/** Each part of a shift that is long enough owes a meal of its own. */
function mealFaults(shape: Shape, rules: InstanceRules): ShapeFault[] {
  const parts = partsOfShape(shape)
  return parts.flatMap((part, at) => {
    if (part.toMin - part.fromMin < rules.mealRequiredFromSpanMin) return []
    const isLast = at === parts.length - 1
    const meals = inOrder(shape).filter(
      ({ kind, fromMin }) =>
        kind === 'meal' && fromMin >= part.fromMin && (isLast || fromMin < part.toMin),
    )
    return faultsOfMeals(meals, part, { shape, rules })
  })
}

function faultsOfMeals(
  meals: readonly ShapeBreak[],
  part: ShiftPart,
  { shape, rules }: { readonly shape: Shape; readonly rules: InstanceRules },
): ShapeFault[] {
  const { mealEarliestMin, mealLatestMin, mealMinLenMin, mealMaxLenMin } = rules
  const fault = (code: ShapeFault['code'], values: ShapeFault['values']): ShapeFault => ({
    shape: shape.id,
    rule: 'R05',
    code,
    values,
  })
  const [first] = meals
  if (first === undefined) return [fault('meal_missing', { spanMin: part.toMin - part.fromMin })]
  const { fromMin, toMin } = first
  const isOutside = toMin - part.fromMin < mealEarliestMin || fromMin - part.fromMin > mealLatestMin
  const outside = { fromMin, toMin, mealEarliestMin, mealLatestMin }
  return [
    ...(isOutside ? [fault('meal_outside_law', outside)] : []),
    ...meals.flatMap(({ lenMin }) =>
      lenMin < mealMinLenMin || lenMin > mealMaxLenMin
        ? [fault('meal_length_outside_law', { lenMin, mealMinLenMin, mealMaxLenMin })]
        : [],
    ),
  ]
}
