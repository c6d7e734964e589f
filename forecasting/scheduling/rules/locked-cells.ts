import { MINUTES_PER_DAY } from '../instance.ts'
import type { Rule } from './rule.ts'

/** R15: a locked day stays as it was agreed: free, or with exactly the agreed shift. */
export const lockedCells: Rule = {
  code: 'R15',
  name: 'locked_cells',
  check: ({ instance, operator, shifts }) =>
    instance.locks
      .filter(({ op }) => op === operator.id)
      .filter((lock) => {
        const here = shifts.filter(({ day }) => day === lock.day)
        if ('off' in lock) return here.length > 0
        const [only] = here
        const isKept = only?.startMin === lock.start && only.shape.id === lock.shape
        return !(here.length === 1 && isKept)
      })
      .map((lock) => ({ atMin: lock.day * MINUTES_PER_DAY, days: [lock.day], values: {} })),
}
