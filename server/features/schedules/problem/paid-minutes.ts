import type { Shift } from '../schedules.schema.ts'
import type { PlanningShape } from './planning-rows.ts'

const MINUTE_MS = 60_000

/** The length of a shift without the breaks that are not paid. */
export function paidMinutesOf({ startsAt, endsAt, breaks }: Shift): number {
  const length = (from: string, to: string): number =>
    (Date.parse(to) - Date.parse(from)) / MINUTE_MS
  return breaks
    .filter(({ paid }) => !paid)
    .reduce((rest, pause) => rest - length(pause.startsAt, pause.endsAt), length(startsAt, endsAt))
}

/** A break that is due to one person by law is paid (art. 82(5)); any other as its shape says. */
export function isPaid(
  { kind }: Pick<Shift['breaks'][number], 'kind'>,
  shape: Pick<PlanningShape, 'breaks'>,
): boolean {
  return kind === 'personal' || (shape.breaks.find((one) => one.kind === kind)?.paid ?? false)
}
