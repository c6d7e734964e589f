import type { Format } from '../../../lib/i18n/format.ts'

/** `30 ноября – 6 декабря 2026` */
export function spanText(
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
  format: Pick<Format, 'date' | 'fullDate'>,
): string {
  return `${format.date(startMs)} – ${format.fullDate(endMs - 1)}`
}
