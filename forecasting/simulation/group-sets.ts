/**
 * Sets of groups as bits, in the order in which a contact asks the groups: the first that may take
 * a contact is found 32 groups at a time, so that hundreds of profiles cost little more than one.
 */
export class GroupSets {
  private readonly words: number
  private readonly sets: Int32Array

  /** @param sets number of sets over `groups` groups, all of them empty */
  constructor(sets: number, groups: number) {
    this.words = (groups + 31) >> 5
    this.sets = new Int32Array(sets * this.words)
  }

  set(set: number, group: number, isIn: boolean): void {
    const word = set * this.words + (group >> 5)
    const bit = 1 << (group & 31)
    const now = this.sets[word] as number
    this.sets[word] = isIn ? now | bit : now & ~bit
  }

  /** The first group of both sets; -1 if they share none. */
  firstOfBoth(set: number, other: number): number {
    const { words, sets } = this
    for (let word = 0; word < words; word++) {
      const both = (sets[set * words + word] as number) & (sets[other * words + word] as number)
      if (both !== 0) return 32 * word + 31 - Math.clz32(both & -both)
    }
    return -1
  }
}
