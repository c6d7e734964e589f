import { fromLocalInput, toLocalInput } from '../../../lib/centre-time.ts'
import type { Grid } from './shift-edit.ts'

/** A shape of shift, as the API has it. */
export type ShapeView = Grid['shapes'][number]

/**
 * The instants of a local day at which a shift of a shape may start, in order. They are times of
 * the wall clock, so a change of the clock moves none of them.
 *
 * @param dayMs any instant of the day
 */
export function allowedStarts(shape: ShapeView, dayMs: number, timeZone: string): number[] {
  const date = toLocalInput(dayMs, timeZone).slice(0, 10)
  const { startFromMinutes, startToMinutes, startStepMinutes } = shape
  const starts: number[] = []
  for (let minute = startFromMinutes; minute <= startToMinutes; minute += startStepMinutes) {
    const clock = [Math.floor(minute / 60), minute % 60].map((part) =>
      String(part).padStart(2, '0'),
    )
    const ms = fromLocalInput(`${date}T${clock.join(':')}`, timeZone)
    if (ms !== null) starts.push(ms)
  }
  return starts
}
