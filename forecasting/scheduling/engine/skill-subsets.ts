/**
 * Shortage by Hall's theorem, for people with several skills.
 *
 * The demand of a set of skills can be met by nobody but the people who have at least one of them.
 * So the least shortage of a demand is the largest excess, over all sets `T` of skills, of the
 * demand of `T` over the number of people with a skill in `T`. Counting people per set, and not per
 * skill, is what keeps a person with two skills from being counted twice.
 *
 * Sets are bit masks: bit `k` stands for the skill with index `k`.
 */

/**
 * The sets of skills that can ever have the largest excess: those that leave out a union of the
 * skill-sets that people have. Any other set can be enlarged without adding people.
 *
 * @param skillCount number of skills, 1..30
 * @param skillSets masks of the skill-sets that occur among people
 * @returns masks, at most 2^skillCount and in practice few, without the empty set
 */
export function tightSubsets(skillCount: number, skillSets: readonly number[]): number[] {
  const all = 2 ** skillCount - 1
  const unions = new Set<number>([0])
  for (const skillSet of new Set(skillSets)) {
    // What is added while walking is a union with this set already, and adds nothing again.
    for (const union of unions) unions.add(union | skillSet)
  }
  return [...unions]
    .map((union) => all & ~union)
    .filter((subset) => subset !== 0)
    .toSorted((a, b) => a - b)
}
