import { api } from './api.ts'

const DAY_MS = 86_400_000

/** Half-open week, RFC 3339; undefined until there is a schedule or a forecast to show. */
export function usePlanningWeek(): { readonly from: string; readonly to: string } | undefined {
  const schedules = api.useQuery('get', '/api/v1/schedules')
  const forecasts = api.useQuery('get', '/api/v1/forecasts')
  const center = api.useQuery('get', '/api/v1/center')
  const fromDate = schedules.data?.schedules[0]?.fromDate ?? forecasts.data?.forecasts[0]?.fromDate
  const zone = center.data?.timezone
  if (fromDate === undefined || zone === undefined) return undefined
  const fromMs = startOfDay(fromDate, zone)
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(fromMs + 7 * DAY_MS).toISOString(),
  }
}

/** Midnight of a date on a zone's clock: UTC's midnight, less what that clock then shows. */
function startOfDay(date: string, timeZone: string): number {
  const utcMs = Date.parse(`${date}T00:00:00Z`)
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(utcMs)
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
  const minutes = part('hour') * 60 + part('minute')
  const isDayBefore = part('day') !== Number(date.slice(8))
  return utcMs - (isDayBefore ? minutes - 1440 : minutes) * 60_000
}
