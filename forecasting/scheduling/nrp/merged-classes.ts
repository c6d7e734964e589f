import type { CountedPlan } from './row-arcs.ts'
import { type ModeValues, type RowPlaces, UNREACHED } from './row-places.ts'

/**
 * For every set of classes that may come before some shift, the cheapest of the modes of its classes,
 * place by place: so that a shift need look at one set and not at each class.
 */
export class MergedClasses {
  readonly #values: Float64Array[] = []
  readonly #room: number
  #sets: ModeValues[] = []
  steps = 0

  /** @param room places of the largest mode */
  constructor(room: number) {
    this.#room = room
  }

  /** Merges the classes of one length of run on one day. */
  merge(places: RowPlaces, { plan, usedAny }: CountedPlan, day: number, run: number): void {
    const firstMode = plan.offModes + (run - 1) * plan.classes
    this.#sets = []
    plan.before.forEach((classes, index) => {
      const modes = Array.from(classes, (one) => places.ofMode(day, firstMode + one)).filter(
        ({ from, to }) => from <= to,
      )
      const [only] = modes
      this.#sets[index] =
        modes.length === 1 && only !== undefined
          ? only
          : this.#cheapest(index, modes, { used: usedAny.length, width: plan.width })
    })
  }

  /** The merged values of a set, by its index in `PersonPlan.before`. */
  ofSet(index: number): ModeValues {
    return this.#sets[index] as ModeValues
  }

  #cheapest(
    index: number,
    modes: readonly ModeValues[],
    { used, width }: { readonly used: number; readonly width: number },
  ): ModeValues {
    const values = (this.#values[index] ??= new Float64Array(this.#room))
    const from = modes.reduce((least, mode) => Math.min(least, mode.from), width)
    const to = modes.reduce((most, mode) => Math.max(most, mode.to), -1)
    for (let row = 0; row < used * width; row += width) {
      values.fill(UNREACHED, row + from, row + to + 1)
      for (const mode of modes) {
        const ahead = mode.at + row
        for (let level = mode.from; level <= mode.to; level++) {
          const value = mode.values[ahead + level] as number
          if (value < (values[row + level] as number)) values[row + level] = value
        }
      }
    }
    this.steps += modes.length * used * Math.max(0, to - from + 1)
    return { values, at: 0, from, to }
  }
}
