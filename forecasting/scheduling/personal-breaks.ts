import { breakWindows, inOrder, windowsOf } from './break-windows.ts'
import {
  BREAK_GRID_MINUTES,
  type InstanceRules,
  isUnpaid,
  type PersonalBreaks,
  type Shape,
  type ShapeBreak,
} from './instance.ts'

/** How many breaks a shift needs, so that no more work than allowed passes without one. */
export function breaksDue(workMin: number, { lenMin, everyMin }: PersonalBreaks): number {
  return Math.max(0, Math.ceil((workMin - everyMin) / (everyMin + lenMin)))
}

/** Minutes of a shift that are working time: meals and the gap of a split shift are not. */
export function workMinutes({
  spanMin,
  breaks,
}: {
  readonly spanMin: number
  readonly breaks: readonly Pick<ShapeBreak, 'kind' | 'lenMin'>[]
}): number {
  return breaks.reduce((rest, one) => rest - unpaidMinutes(one), spanMin)
}

function unpaidMinutes(pause: Pick<ShapeBreak, 'kind' | 'lenMin'>): number {
  return isUnpaid(pause) ? pause.lenMin : 0
}

/** Where breaks that are put together go in a shift: one without a meal has them at its end instead. */
export function joinedPlace(
  { joinedTo }: PersonalBreaks,
  breaks: readonly Pick<ShapeBreak, 'kind'>[],
): PersonalBreaks['joinedTo'] {
  const isMealMissing = !breaks.some(({ kind }) => kind === 'meal')
  return joinedTo === 'meal' && isMealMissing ? 'end' : joinedTo
}

/** Whether every shift of a shape has the breaks that are due, wherever its windows let them fall. */
export function givesPersonalBreaks(
  shape: Shape,
  need: PersonalBreaks,
  rules: InstanceRules,
): boolean {
  const due = breaksDue(workMinutes(shape), need)
  if (due === 0) return true
  const breaks = inOrder(shape)
  if (joinedPlace(need, breaks) !== 'none') return hasJoinedBreak(shape, due * need.lenMin, need)
  if (breaks.some(({ kind, lenMin }) => kind === 'personal' && lenMin < need.lenMin)) return false
  return longestWork(shape, rules) <= need.everyMin
}

/** Whether a break of that length, for which its window leaves no other place, is where it is asked for. */
function hasJoinedBreak(shape: Shape, lenMin: number, need: PersonalBreaks): boolean {
  const breaks = inOrder(shape)
  const place = joinedPlace(need, breaks)
  return breaks.some((pause, k) => {
    if (pause.kind !== 'personal' || pause.lenMin < lenMin || pause.fromMin !== pause.toMin)
      return false
    if (place === 'start') return pause.fromMin === 0
    if (place === 'end') return pause.fromMin + pause.lenMin === shape.spanMin
    const meal = breaks[k - 1]
    return meal?.kind === 'meal' && meal.toMin === meal.fromMin && endOf(meal) === pause.fromMin
  })
}

function endOf({ fromMin, lenMin }: ShapeBreak): number {
  return fromMin + lenMin
}

/** The most work that can pass between personal breaks and the ends of a shift, meals not counted. */
function longestWork(shape: Shape, rules: InstanceRules): number {
  const breaks = inOrder(shape)
  const windows = breakWindows(shape, rules)
  let longest = 0
  let workFrom = 0
  let unpaid = 0
  breaks.forEach((pause, k) => {
    const window = windows[k]
    if (window === undefined) return
    if (pause.kind !== 'personal') {
      unpaid += unpaidMinutes(pause)
      return
    }
    longest = Math.max(longest, window.toMin - workFrom - unpaid)
    workFrom = window.fromMin + pause.lenMin
    unpaid = 0
  })
  return Math.max(longest, shape.spanMin - workFrom - unpaid)
}

/**
 * A shape with the breaks that are due to one person beside its own: the same span, starts and paid time.
 * A shape so short that none is due stays what it is.
 *
 * @returns undefined where the breaks find no place among those of the shape
 */
export function withPersonalBreaks(
  shape: Shape,
  need: PersonalBreaks,
  rules: InstanceRules,
): Shape | undefined {
  const due = breaksDue(workMinutes(shape), need)
  if (due === 0) return shape
  const total = due * need.lenMin
  const asked = { need, rules }
  const own = { ...shape, breaks: ordered(shape, rules) }
  const joined = joinedPlace(need, shape.breaks)
  if (joined === 'meal') return joinedToMeal(shape, total, asked)
  if (joined !== 'none') {
    const at = joined === 'start' ? 0 : shape.spanMin - total
    return withBreaks(own, [personal(total, at, at)], asked)
  }
  const ideal = evenOffsets(own, due, need)
  const moves = movesOf(due)
  for (const half of ROOMS_MIN) {
    for (const move of moves) {
      const breaks = ideal.map((offset, k) => {
        const middle = offset + (move[k] ?? 0)
        return personal(need.lenMin, middle - half, middle + half)
      })
      const found = withBreaks(own, breaks, asked)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** Either way from its middle: the wider a window, the better a break can follow the demand. */
const ROOMS_MIN = [2 * BREAK_GRID_MINUTES, BREAK_GRID_MINUTES, 0]

interface Asked {
  readonly need: PersonalBreaks
  readonly rules: InstanceRules
}

function personal(lenMin: number, fromMin: number, toMin: number): ShapeBreak {
  return { kind: 'personal', lenMin, paid: true, fromMin, toMin }
}

/** Offsets on the grid that part the work of a shift evenly. */
function evenOffsets(shape: Shape, due: number, need: PersonalBreaks): number[] {
  const stretch = (workMinutes(shape) - due * need.lenMin) / (due + 1)
  const unpaid = shape.breaks.filter(isUnpaid)
  return Array.from({ length: due }, (_, k) => {
    let offset = (k + 1) * stretch + k * need.lenMin
    for (const pause of unpaid) if (middleOf(pause) <= offset) offset += pause.lenMin
    return Math.round(offset / BREAK_GRID_MINUTES) * BREAK_GRID_MINUTES
  })
}

/** Ways to move the breaks from their even places, the smallest moves first. */
function movesOf(due: number): (readonly number[])[] {
  const most = due > 3 ? 2 : 3
  const steps = Array.from({ length: 2 * most + 1 }, (_, k) => (k - most) * BREAK_GRID_MINUTES)
  let moves: (readonly number[])[] = [[]]
  for (let k = 0; k < due; k++)
    moves = moves.flatMap((move) => steps.map((step) => [...move, step]))
  const size = (move: readonly number[]): number =>
    move.reduce((sum, step) => sum + Math.abs(step), 0)
  return moves.toSorted((a, b) => size(a) - size(b))
}

/** A shape's breaks with the windows that the rules leave them, in their order. */
function ordered(shape: Shape, rules: InstanceRules): ShapeBreak[] {
  const windows = breakWindows(shape, rules)
  return inOrder(shape).map((pause, k) => narrowed(pause, windows[k]))
}

function narrowed(
  pause: ShapeBreak,
  window: { readonly fromMin: number; readonly toMin: number } | undefined,
): ShapeBreak {
  return { ...pause, fromMin: window?.fromMin ?? 0, toMin: window?.toMin ?? 0 }
}

function middleOf({ fromMin, toMin }: ShapeBreak): number {
  return (fromMin + toMin) / 2
}

/**
 * The shape with these breaks in their places among its own; undefined where they do not fit.
 *
 * @param shape its breaks in their order, with the windows that the rules leave them
 */
function withBreaks(
  shape: Shape,
  added: readonly ShapeBreak[],
  { need, rules }: Asked,
): Shape | undefined {
  const breaks = [...shape.breaks, ...added].toSorted((a, b) => middleOf(a) - middleOf(b))
  const windows = windowsOf({ ...shape, breaks }, rules)
  if (windows.some(({ fromMin, toMin }) => fromMin > toMin)) return undefined
  const found = { ...shape, breaks: breaks.map((pause, k) => narrowed(pause, windows[k])) }
  return givesPersonalBreaks(found, need, rules) ? found : undefined
}

/** Right after the first meal, which then has one place, as near the middle of its window as it can be. */
function joinedToMeal(shape: Shape, total: number, asked: Asked): Shape | undefined {
  const own = ordered(shape, asked.rules)
  const first = own.findIndex(({ kind }) => kind === 'meal')
  const meal = own[first]
  if (meal === undefined) return undefined
  const { fromMin, toMin, lenMin } = meal
  const places = Array.from(
    { length: Math.max(0, Math.floor((toMin - fromMin) / BREAK_GRID_MINUTES) + 1) },
    (_, k) => Math.ceil(fromMin / BREAK_GRID_MINUTES + k) * BREAK_GRID_MINUTES,
  ).toSorted((a, b) => Math.abs(a - middleOf(meal)) - Math.abs(b - middleOf(meal)))
  for (const at of places) {
    const breaks = own.with(first, { ...meal, fromMin: at, toMin: at })
    const added = personal(total, at + lenMin, at + lenMin)
    const found = withBreaks({ ...shape, breaks }, [added], asked)
    if (found !== undefined) return found
  }
  return undefined
}
