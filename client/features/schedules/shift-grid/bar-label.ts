/** Of a figure at 11.5 px; colons and dashes are narrower. */
const FIGURE_PX = 7
const PADDING_PX = 8

/**
 * The fullest way to write a shift's times in a bar without cutting any off: `09:00–18:00`,
 * `9–18`, its start alone, or nothing.
 *
 * @param times start and end, `HH:MM`
 */
export function fittingLabel(
  [start, end]: readonly [start: string, end: string],
  widthPx: number,
): string | null {
  const shortStart = hourLabel(start)
  const ways = [`${start}–${end}`, `${shortStart}–${hourLabel(end)}`, shortStart]
  return ways.find((text) => text.length * FIGURE_PX + PADDING_PX <= widthPx) ?? null
}

/** `09:00` → `9`, `09:30` → `9:30`. */
function hourLabel(time: string): string {
  return time.replace(/^0/u, '').replace(/:00$/u, '')
}
