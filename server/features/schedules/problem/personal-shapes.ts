import type { PersonalBreaks, Shape } from '#forecasting/scheduling/instance.ts'
import { withPersonalBreaks } from '#forecasting/scheduling/personal-breaks.ts'

import { toEngineShape } from './engine-shape.ts'
import type { PersonalLimits } from './personal-limits.ts'
import type { PlanningContract, PlanningRows } from './planning-rows.ts'
import { ruleFigure, rulesOf } from './rule-figures.ts'

/** No code of a shape has a space in it. */
const SIGN = ' +'

type Rules = Pick<PlanningRows, 'shapes' | 'rules'>

/** What is due to a person in the engine's words: at least every three hours of work (art. 82(3)). */
export function personalBreaksOf(
  { personalBreaks }: Pick<PersonalLimits, 'personalBreaks'>,
  rows: Pick<PlanningRows, 'rules'>,
): PersonalBreaks | undefined {
  if (personalBreaks === null) return undefined
  const { lengthMinutes, joinedTo } = personalBreaks
  const everyMin = ruleFigure(rows, 'nursing_break', 'everyMinutes', 180)
  return { lenMin: lengthMinutes, everyMin, joinedTo }
}

/** The code of the centre's shape that somebody works in a form of their own. */
export function plainShapeCode(id: string): string {
  return id.split(SIGN, 1)[0] ?? id
}

/**
 * A contract with its shapes as somebody works them to whom breaks of their own are due. A shape among whose
 * breaks they find no place stays as it is, and the search gives it to nobody to whom they are due.
 */
export function withPersonalShapes(
  contract: PlanningContract,
  need: PersonalBreaks,
  rows: Rules,
): { readonly contract: PlanningContract; readonly shapes: readonly Shape[] } {
  const own = ownShapes(need, rows)
  const codes = contract.shapeCodes.map((code) => own.get(code)?.id ?? code)
  return {
    contract: { ...contract, code: contract.code + signOf(need), shapeCodes: codes },
    shapes: contract.shapeCodes.flatMap((code) => own.get(code) ?? []),
  }
}

function signOf({ lenMin, joinedTo }: PersonalBreaks): string {
  return `${SIGN}${lenMin}${joinedTo === 'none' ? '' : ` ${joinedTo}`}`
}

const ownShapesOf = new WeakMap<PlanningRows['shapes'], Map<string, ReadonlyMap<string, Shape>>>()

/** By the code of the centre's shape. They are reckoned once for the same shapes. */
function ownShapes(need: PersonalBreaks, rows: Rules): ReadonlyMap<string, Shape> {
  const known = ownShapesOf.get(rows.shapes) ?? new Map<string, ReadonlyMap<string, Shape>>()
  ownShapesOf.set(rows.shapes, known)
  const sign = signOf(need)
  const shapes = known.get(sign) ?? reckonShapes(need, rows)
  known.set(sign, shapes)
  return shapes
}

function reckonShapes(need: PersonalBreaks, rows: Rules): ReadonlyMap<string, Shape> {
  return new Map(
    rows.shapes.map(toEngineShape).flatMap((shape) => {
      const own = withPersonalBreaks(shape, need, rulesOf(rows))
      if (own === undefined || own === shape) return []
      return [[shape.id, { ...own, id: shape.id + signOf(need) }] as const]
    }),
  )
}
