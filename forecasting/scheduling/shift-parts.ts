import type { BreakKind, Shape } from './instance.ts'

/** Half-open: a stretch of a shift between its ends and its gap. */
export interface ShiftPart {
  readonly fromMin: number
  readonly toMin: number
}

interface Pause {
  readonly kind: BreakKind
  readonly startMin: number
  readonly lenMin: number
}

/** The parts of a shift: one, or two of a split shift (Labour Code, art. 72). */
export function shiftParts(
  startMin: number,
  endMin: number,
  breaks: readonly Pause[],
): ShiftPart[] {
  const parts: ShiftPart[] = []
  let fromMin = startMin
  for (const { startMin: gapMin, lenMin } of breaks
    .filter(({ kind }) => kind === 'gap')
    .toSorted((a, b) => a.startMin - b.startMin)) {
    parts.push({ fromMin, toMin: gapMin })
    fromMin = gapMin + lenMin
  }
  return [...parts, { fromMin, toMin: endMin }]
}

/** The parts of every shift of a shape, as offsets from its start: a gap has one place. */
export function partsOfShape({ spanMin, breaks }: Shape): ShiftPart[] {
  return shiftParts(
    0,
    spanMin,
    breaks.map(({ kind, fromMin, lenMin }) => ({ kind, startMin: fromMin, lenMin })),
  )
}

/** Whether a shape is one of two parts. */
export function isSplit({ breaks }: Pick<Shape, 'breaks'>): boolean {
  return breaks.some(({ kind }) => kind === 'gap')
}
