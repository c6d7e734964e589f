import { beginsWeekend } from './begins-weekend.ts'
import type { CountedPlan, RowArc } from './row-arcs.ts'

/** A way to plan the first day; without an arc it is a day off. */
export interface FirstStep {
  readonly arc?: RowArc
  readonly mode: number
  readonly used: number
  readonly level: number
}

/** What the first day of all, or of a window, may be after the days before it. */
export function firstSteps(counted: CountedPlan): FirstStep[] {
  const { plan, arcs } = counted
  const off = offModeAfter(counted)
  const steps: FirstStep[] = off === undefined ? [] : [{ mode: off, used: 0, level: 0 }]
  for (const arc of arcs) {
    const mode = modeOfShift(counted, arc)
    const isAfterOff = plan.begun !== undefined && plan.begun.lastClass === undefined
    const isNewWeekend = beginsWeekend(plan.firstDay, isAfterOff)
    const open = isNewWeekend ? arc.usedWeekend : arc.usedSame
    if (mode === undefined || !open.includes(0)) continue
    const used = arc.usedStep + (isNewWeekend ? counted.weekendStep : 0)
    steps.push({ arc, mode, used, level: arc.level })
  }
  return steps
}

function offModeAfter({ plan }: CountedPlan): number | undefined {
  const { begun, firstDay, offModes, minRun } = plan
  if (begun === undefined) return 0
  if (begun.lastClass === undefined) return Math.min(begun.days, offModes - 1)
  // A run that touches the first day of all may be short.
  return begun.days >= minRun || begun.days === firstDay ? 0 : undefined
}

function modeOfShift({ plan }: CountedPlan, { before, toClass }: RowArc): number | undefined {
  const { begun, firstDay, offModes, classes, maxRun } = plan
  if (begun === undefined) return offModes + toClass
  const { days, lastClass } = begun
  if (lastClass === undefined) {
    return days >= offModes || days === firstDay ? offModes + toClass : undefined
  }
  const mayFollow = plan.before[before]?.includes(lastClass) === true
  return mayFollow && days < maxRun ? offModes + days * classes + toClass : undefined
}
