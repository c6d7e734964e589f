import type { Format } from '../../lib/i18n/format.ts'

/** `+12,0 %`, `−3,5 %`: a ratio as a change. */
export function signedPercent(ratio: number, format: Format): string {
  return `${Number((ratio * 100).toFixed(1)) > 0 ? '+' : ''}${format.percent(ratio)}`
}
