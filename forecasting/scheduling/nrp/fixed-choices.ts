/** A person's day that is still to be decided, where otherwise a shift or `OFF` stands. */
export const OPEN = -2

/** What is decided of a roster: a shift, `OFF` or `OPEN`, by `person × days + day`. */
export type FixedChoices = Int8Array

/** True when a person's row keeps to what is decided. */
export function keepsTo(fixed: FixedChoices, at: number, row: Int8Array): boolean {
  for (let day = 0; day < row.length; day++) {
    const choice = fixed[at + day] as number
    if (choice !== OPEN && choice !== row[day]) return false
  }
  return true
}

/** True when some day of the person is to be decided. */
export function isOpen(fixed: FixedChoices, person: number, days: number): boolean {
  return fixed.subarray(person * days, (person + 1) * days).includes(OPEN)
}
