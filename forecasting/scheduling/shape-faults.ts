import { breakWindows, inOrder } from './break-windows.ts'
import type { InstanceRules, Shape } from './instance.ts'

/** Why no shift of a shape can be legal. */
export interface ShapeFault {
  readonly shape: string
  readonly rule: 'R04' | 'R05'
  readonly code:
    | 'meal_missing'
    | 'meal_outside_law'
    | 'meal_length_outside_law'
    | 'paid_minutes_wrong'
    | 'breaks_do_not_fit'
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
  const meals = inOrder(shape).filter(({ kind }) => kind === 'meal')
  const paidMin = shape.spanMin - meals.reduce((minutes, { lenMin }) => minutes + lenMin, 0)
  if (paidMin !== shape.paidMin) {
    fault('R05', 'paid_minutes_wrong', { paidMin: shape.paidMin, spanLessMealsMin: paidMin })
  }
  if (shape.spanMin >= rules.mealRequiredFromSpanMin) {
    const [first] = meals
    const { mealEarliestMin, mealLatestMin, mealMinLenMin, mealMaxLenMin } = rules
    if (first === undefined) fault('R05', 'meal_missing', { spanMin: shape.spanMin })
    else if (first.toMin < mealEarliestMin || first.fromMin > mealLatestMin) {
      const { fromMin, toMin } = first
      fault('R05', 'meal_outside_law', { fromMin, toMin, mealEarliestMin, mealLatestMin })
    }
    for (const { lenMin } of meals) {
      if (lenMin < mealMinLenMin || lenMin > mealMaxLenMin) {
        fault('R05', 'meal_length_outside_law', { lenMin, mealMinLenMin, mealMaxLenMin })
      }
    }
  }
  if (faults.length === 0) {
    const empty = breakWindows(shape, rules).find(({ fromMin, toMin }) => fromMin > toMin)
    if (empty !== undefined) {
      fault('R04', 'breaks_do_not_fit', { earliestMin: empty.fromMin, latestMin: empty.toMin })
    }
  }
  return faults
}
