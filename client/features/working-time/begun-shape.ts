import { type ShapeDraft, shapeDraftOf } from './shape-draft.ts'
import type { ShiftShape } from './use-working-time.ts'

/** A kind of shift that somewhere else was found worth having: like one that is there, at one time. */
export interface BegunShape {
  /** Code of the one that it is like. */
  readonly shape: string
  /** `07:30` */
  readonly at: string
}

const CODE_LENGTH = 20

/**
 * The form of it, filled in: `F8-0730` with the length and the breaks of `F8`.
 *
 * @returns null when there is no such kind to be like, or it has been added already
 */
export function begunDraft(
  { shape, at }: BegunShape,
  shapes: readonly ShiftShape[],
): ShapeDraft | null {
  const like = shapes.find(({ code }) => code === shape)
  const time = `-${at.replace(':', '')}`
  const code = `${shape.slice(0, CODE_LENGTH - time.length)}${time}`
  if (like === undefined || shapes.some((one) => one.code === code)) return null
  return { ...shapeDraftOf(like), code, from: at, to: at }
}
