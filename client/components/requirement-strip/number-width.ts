import { type CoverageInterval, shownPeople } from './coverage-cells.ts'

/** A digit or a sign in bold 11 px, a decimal comma, and the air beside them. */
const GLYPH_PX = 7
const COMMA_PX = 3
const AIR_PX = 3
/** `−12`: narrower cells would not keep to the hours of the axis. */
const LEAST_PX = 27

/** Room for the longest number of a strip: `−0,5` fits where `−12` does, `112,5` needs more. */
export function numberWidthPx(intervals: readonly CoverageInterval[]): number {
  return intervals.reduce((widest, interval) => {
    const { required, scheduled, difference } = shownPeople(interval)
    const texts = [digitsPx(required), digitsPx(scheduled), GLYPH_PX + digitsPx(difference)]
    return Math.max(widest, ...texts.map((px) => px + AIR_PX))
  }, LEAST_PX)
}

function digitsPx(count: number): number {
  const whole = String(Math.trunc(Math.abs(count))).length * GLYPH_PX
  return Number.isInteger(count) ? whole : whole + COMMA_PX + GLYPH_PX
}
