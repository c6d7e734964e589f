import { inOrder } from '../break-windows.ts'
import { MINUTES_PER_DAY, type Schedule, type Shift } from '../instance.ts'
import { OFF } from './roster.ts'
import type { SearchState } from './search-state.ts'

/** The roster as named people's shifts, by operator and then by day. */
export function toSchedule({ problem, roster }: SearchState): Schedule {
  const { instance, days, grid, shapes } = problem
  const shifts: Shift[] = []
  instance.operators.forEach(({ id }, o) => {
    for (let day = 0; day < days; day++) {
      const cell = o * days + day
      const minute = roster.start[cell] as number
      const shape = instance.shapes[roster.shape[cell] as number]
      if (minute === OFF || shape === undefined) continue
      const start = day * MINUTES_PER_DAY + minute
      const breaks = inOrder(shape).map(({ kind, lenMin }, k) => {
        const offset = roster.breakOffset[cell * shapes.breaksMax + k] as number
        return { kind, start: start + offset * grid.slotMinutes, len: lenMin }
      })
      shifts.push({ op: id, start, shape: shape.id, breaks })
    }
  })
  return { format: 'wfm-schedule/1', instance: instance.name, shifts }
}
