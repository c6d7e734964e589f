import type { Violation } from '../check-schedule.ts'
import type { Shift } from '../instance.ts'
import type { ScoreTerms } from '../score.ts'

/** Whether a person covers an interval, and if not, why. */
export type PersonReason =
  | { readonly kind: 'on_duty'; readonly op: string }
  | { readonly kind: 'on_break'; readonly op: string; readonly untilMin: number }
  | {
      /** A legal shift would cover it; the whole plan would cost `delta` more (less if negative). */
      readonly kind: 'possible'
      readonly op: string
      readonly delta: number
      readonly start: number
      readonly shape: string
      /** The shift that it would take the place of. */
      readonly replaces: Shift | null
      /** `delta` by terms of the price; told of the cheapest few. */
      readonly terms?: Partial<ScoreTerms>
    }
  | {
      /** Every shift that would cover it breaks a rule; these are of the one that breaks fewest. */
      readonly kind: 'barred'
      readonly op: string
      readonly broken: readonly Violation[]
    }
  /** The only days on which they could come are locked as they are. */
  | { readonly kind: 'locked'; readonly op: string }
  /** No shape of the person's contract reaches the interval. */
  | { readonly kind: 'no_shape'; readonly op: string }
