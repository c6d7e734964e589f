import { DateTime } from 'luxon'

const SLOTS_PER_DAY = 48
const SLOT_MINUTES = 30

/**
 * A week of half-hours of one queue as another system would write it: local times, quiet nights.
 *
 * @param firstDay a local date, `2026-11-16`
 */
export function weekCsv(queue: string, firstDay: string): string {
  const rows = Array.from({ length: 7 * SLOTS_PER_DAY }, (_, index) => {
    const start = DateTime.fromISO(firstDay, { zone: 'utc' }).plus({
      minutes: index * SLOT_MINUTES,
    })
    const isDay = start.hour >= 9 && start.hour < 18
    const offered = isDay ? 30 + (index % 7) : 3 + (index % 3)
    const time = start.toFormat('yyyy-MM-dd HH:mm')
    return `${time},${queue},voice,${offered},${offered - 1},1,240`
  })
  return ['interval_start,queue,channel,offered,handled,abandoned,aht_seconds', ...rows, ''].join(
    '\n',
  )
}

/** The Monday of the last whole week before today in the sample centre's zone. */
export function lastWholeWeek(): string {
  return DateTime.now().setZone('Asia/Almaty').startOf('week').minus({ weeks: 1 }).toISODate() ?? ''
}
