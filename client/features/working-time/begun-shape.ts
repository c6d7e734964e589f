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

/** A form that is filled in, or why there is none, with the code of the kind that it is about. */
export type Begun =
  | { readonly kind: 'draft'; readonly draft: ShapeDraft }
  | { readonly kind: 'added' | 'unknown'; readonly code: string }

/** The form of it, filled in: `F8-0730` with the length and the breaks of `F8`. */
export function begunDraft({ shape, at }: BegunShape, shapes: readonly ShiftShape[]): Begun {
  const like = shapes.find(({ code }) => code === shape)
  const time = `-${at.replace(':', '')}`
  const code = `${shape.slice(0, CODE_LENGTH - time.length)}${time}`
  if (shapes.some((one) => one.code === code)) return { kind: 'added', code }
  if (like === undefined) return { kind: 'unknown', code: shape }
  return { kind: 'draft', draft: { ...shapeDraftOf(like), code, from: at, to: at } }
}
