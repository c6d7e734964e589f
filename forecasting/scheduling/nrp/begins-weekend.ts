const SATURDAY = 5

/** True when a shift is the first of its weekend; day 0 is a Monday. */
export function beginsWeekend(day: number, isAfterOff: boolean): boolean {
  return day % 7 === SATURDAY || (isAfterOff && day % 7 > SATURDAY)
}
