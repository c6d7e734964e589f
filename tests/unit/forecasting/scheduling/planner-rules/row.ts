import type { RowView, ShapeFacts } from '#forecasting/scheduling/planner-rules/planner-rule.ts'

/** Minute of the day at which each shape starts, and how long it is: early, late, night. */
const SHIFTS = { E: [480, 540], L: [840, 540], N: [1260, 600] } as const

export const SHAPES: ShapeFacts = {
  ids: ['E', 'L', 'N'],
  spanMinutes: Int32Array.from(Object.values(SHIFTS), ([, span]) => span),
  gapFrom: new Int32Array(3),
  gapMinutes: new Int32Array(3),
}

/**
 * A row by one letter a day: E from 8:00 to 17:00, L from 14:00 to 23:00, N from 21:00 to 7:00; a small one is
 * worked at home.
 */
export function row(text: string, daysBefore = 0): RowView {
  const letters = text.toUpperCase()
  const days = letters.split('')
  const startOf = (letter: string): number =>
    letter === 'E' || letter === 'L' || letter === 'N' ? SHIFTS[letter][0] : -1
  return {
    starts: Int32Array.from(days, startOf),
    shapes: Int32Array.from(days, (letter) => Math.max(0, SHAPES.ids.indexOf(letter))),
    daysBefore,
    isHome: Uint8Array.from(text, (letter) => ('eln'.includes(letter) ? 1 : 0)),
  }
}

/** What a rule reports, as `[day, by]`. */
export function reported(judge: (report: (day: number, by: number) => void) => void): number[][] {
  const breaches: number[][] = []
  judge((day, by) => breaches.push([day, by]))
  return breaches
}
