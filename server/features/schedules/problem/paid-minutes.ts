import type { Shift } from '../schedules.schema.ts'

const MINUTE_MS = 60_000

/** The length of a shift without the breaks that are not paid. */
export function paidMinutesOf({ startsAt, endsAt, breaks }: Shift): number {
  const length = (from: string, to: string): number =>
    (Date.parse(to) - Date.parse(from)) / MINUTE_MS
  return breaks
    .filter(({ paid }) => !paid)
    .reduce((rest, pause) => rest - length(pause.startsAt, pause.endsAt), length(startsAt, endsAt))
}
