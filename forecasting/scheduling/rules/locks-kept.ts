import { dayOf, type Rule } from './rule.ts'

/** What was agreed and locked stays as it was. */
export const locksKept: Rule = {
  code: 'R15',
  legalSource: null,
  check: ({ instance, operator, shifts }) =>
    instance.locks
      .filter(({ op }) => op === operator.id)
      .flatMap((lock) => {
        const here = shifts.filter((shift) => dayOf(shift) === lock.day)
        const [only] = here
        const kept =
          'off' in lock
            ? here.length === 0
            : here.length === 1 && only?.start === lock.start && only.shape === lock.shape
        if (kept) return []
        const atMinutes = lock.day * 1440
        return [{ code: 'R15', op: operator.id, atMinutes, values: { day: lock.day } }]
      }),
}
