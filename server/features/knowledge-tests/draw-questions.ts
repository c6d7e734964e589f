import { mulberry32, type Random } from '#forecasting/kernel/random.ts'
import type { DrawnQuestion } from '#server/platform/db/knowledge-test-tables.ts'

/** A question of the bank, as far as drawing needs to know it. */
export interface BankQuestion {
  readonly questionId: string
  readonly version: number
  readonly optionCount: number
}

/**
 * Draws questions of a bank without putting any back, each as likely as any other, and the order in
 * which its options are shown. The same seed and the same bank draw the same, in whatever order the
 * bank comes.
 *
 * @throws {RangeError} if the bank has fewer questions than are to be drawn
 */
export function drawQuestions(
  bank: readonly BankQuestion[],
  count: number,
  seed: number,
): DrawnQuestion[] {
  if (count < 1 || count > bank.length) {
    throw new RangeError(`count must be between 1 and ${bank.length}, not ${count}`)
  }
  const random = mulberry32(seed)
  const sorted = bank.toSorted((a, b) => (a.questionId < b.questionId ? -1 : 1))
  return shuffled(sorted, random)
    .slice(0, count)
    .map(({ questionId, version, optionCount }) => ({
      questionId,
      version,
      order: shuffled(
        Array.from({ length: optionCount }, (_, at) => at),
        random,
      ),
    }))
}

/** Every order is equally likely: the shuffle of Fisher and Yates, in Durstenfeld's form (1964). */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    const moved = mixed[at] as Item
    mixed[at] = mixed[last] as Item
    mixed[last] = moved
  }
  return mixed
}
