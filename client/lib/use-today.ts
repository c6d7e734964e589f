import { toLocalDate } from './centre-time.ts'
import { useTimeZone } from './i18n/locale-context.tsx'
import { useNow } from './use-now.ts'

/** What day it is on the centre's clock, `2026-12-31`. */
export function useToday(): string {
  return toLocalDate(useNow(60_000), useTimeZone())
}
