import { type CoverageInterval, shownPeople } from './coverage-cells.ts'

/** A digit, a sign and a decimal comma in bold 11 px of a wide font, and the air beside them. */
const DIGIT_PX = 7.5
const SIGN_PX = 9
const COMMA_PX = 4
const AIR_PX = 3
/** `−12`: narrower cells would not keep to the hours of the axis. */
const LEAST_PX = 27

/** Room for the longest number of a strip: `−0,5` needs more than `−12` does. */
export function numberWidthPx(intervals: readonly CoverageInterval[]): number {
  return intervals.reduce((widest, interval) => {
    const { required, scheduled, difference } = shownPeople(interval)
    const texts = [digitsPx(required), digitsPx(scheduled), SIGN_PX + digitsPx(difference)]
    return Math.max(widest, ...texts.map((px) => px + AIR_PX))
  }, LEAST_PX)
}

function digitsPx(count: number): number {
  const whole = String(Math.trunc(Math.abs(count))).length * DIGIT_PX
  return Number.isInteger(count) ? whole : whole + COMMA_PX + DIGIT_PX
}
