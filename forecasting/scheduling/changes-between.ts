import { MINUTES_PER_DAY, type Schedule, type Shift } from './instance.ts'

/** What happened to one person on one day. */
export interface ShiftChange {
  readonly op: string
  readonly day: number
  /** `breaks`: the shift stays and only its breaks move. */
  readonly kind: 'added' | 'dropped' | 'changed' | 'breaks'
  readonly before: Shift | null
  readonly after: Shift | null
}

/** Differences between two plans, by person and day, in the order of the first plan's shifts. */
export function changesBetween(before: Schedule, after: Schedule): ShiftChange[] {
  const old = byCell(before)
  const now = byCell(after)
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const change = changeOf(old.get(key), now.get(key))
    return change === undefined ? [] : [change]
  })
}

function byCell({ shifts }: Schedule): Map<string, Shift> {
  return new Map(shifts.map((shift) => [`${dayOf(shift)} ${shift.op}`, shift]))
}

function changeOf(before: Shift | undefined, after: Shift | undefined): ShiftChange | undefined {
  if (before === undefined) {
    if (after === undefined) return undefined
    return { op: after.op, day: dayOf(after), kind: 'added', before: null, after }
  }
  const place = { op: before.op, day: dayOf(before) }
  if (after === undefined) return { ...place, kind: 'dropped', before, after: null }
  if (before.start !== after.start || before.shape !== after.shape) {
    return { ...place, kind: 'changed', before, after }
  }
  return haveSameBreaks(before, after) ? undefined : { ...place, kind: 'breaks', before, after }
}

function haveSameBreaks(before: Shift, after: Shift): boolean {
  // Most shifts of a plan stay as they are, and their breaks are in the same order.
  if (before.breaks.every(({ start }, index) => start === after.breaks[index]?.start)) return true
  const now = startsOf(after)
  return startsOf(before).every((start, index) => start === now[index])
}

function startsOf({ breaks }: Shift): number[] {
  return breaks.map(({ start }) => start).toSorted((a, b) => a - b)
}

function dayOf({ start }: Shift): number {
  return Math.floor(start / MINUTES_PER_DAY)
}
