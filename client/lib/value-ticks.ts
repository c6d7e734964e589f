const TICKS_AIMED_AT = 4
const STEPS = [1, 2, 2.5, 5, 10]

/**
 * Round numbers for a vertical axis, from 0 to the first at or above `top`: steps of 1, 2, 2.5 or 5
 * times a power of ten, whole where the values are counts.
 *
 * @param top the largest value, above 0
 * @throws {RangeError} if `top` is not positive and finite
 */
export function valueTicks(top: number): number[] {
  if (!(top > 0 && Number.isFinite(top))) throw new RangeError(`top must be positive, got ${top}`)
  const rough = top / TICKS_AIMED_AT
  const power = 10 ** Math.floor(Math.log10(rough))
  const wanted = STEPS.map((step) => step * power).find((step) => step >= rough) ?? rough
  const step = Math.max(1, wanted < 10 ? Math.ceil(wanted) : wanted)
  const count = Math.ceil(top / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, i) => i * step)
}
