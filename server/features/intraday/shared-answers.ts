import type { CenterId } from '#forecasting/kernel/units.ts'

interface Kept<Answer> {
  readonly version: string
  readonly atMs: number
  readonly answer: Promise<Answer>
}

/** Answers that everybody of a centre sees alike: computed once for all who ask, and kept for a while. */
export class SharedAnswers<Answer> {
  readonly #keptMs: number
  readonly #kept = new Map<CenterId, Kept<Answer>>()

  constructor(keptMs: number) {
    this.#keptMs = keptMs
  }

  /**
   * @param about `version` is of what the answer rests on: another one asks anew
   * @param ask computes; a failure is nobody's answer but theirs who met it
   */
  get(
    about: { readonly centerId: CenterId; readonly version?: string; readonly nowMs: number },
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    const { centerId, version = '', nowMs } = about
    const before = this.#kept.get(centerId)
    if (before?.version === version && nowMs - before.atMs < this.#keptMs) return before.answer
    const kept = { version, atMs: nowMs, answer: ask() }
    this.#kept.set(centerId, kept)
    kept.answer.catch(() => {
      if (this.#kept.get(centerId) === kept) this.#kept.delete(centerId)
    })
    return kept.answer
  }

  /** What the answer rests on has changed. */
  forget(centerId: CenterId): void {
    this.#kept.delete(centerId)
  }
}
