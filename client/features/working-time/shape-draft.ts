import { clockOf, minutesOfClock } from '../../lib/clock-minutes.ts'
import { isCode } from './code.ts'
import type { NewShape } from './use-working-time.ts'

/** A number as a field holds it while it is typed. */
export type Typed = number | string

export interface BreakDraft {
  readonly kind: 'meal' | 'rest' | 'gap'
  readonly length: Typed
  /** Hours from the start of the shift. */
  readonly from: Typed
  readonly to: Typed
}

/** A kind of shift as it is being written: lengths in hours, breaks in minutes. */
export interface ShapeDraft {
  readonly code: string
  readonly hours: Typed
  /** `06:00` */
  readonly from: string
  readonly to: string
  readonly step: number
  readonly breaks: readonly BreakDraft[]
}

export type ShapeFault = 'code' | 'hours' | 'from' | 'to' | 'breaks'

export type ReadShape =
  | { readonly kind: 'ready'; readonly shape: NewShape }
  | { readonly kind: 'refused'; readonly faults: readonly ShapeFault[] }

const QUARTER = 15
const DAY_HOURS = 24

/** What most centres begin with: eight hours with an hour for a meal and two rests. */
export const EMPTY_SHAPE: ShapeDraft = {
  code: '',
  hours: 9,
  from: '08:00',
  to: '12:00',
  step: 30,
  breaks: [
    { kind: 'rest', length: 15, from: 1.5, to: 2.25 },
    { kind: 'meal', length: 60, from: 3, to: 4 },
    { kind: 'rest', length: 15, from: 6, to: 7 },
  ],
}

export const EMPTY_BREAK: BreakDraft = { kind: 'rest', length: 15, from: 1.5, to: 2.25 }

/** What is stored, as it is written. */
export function shapeDraftOf(shape: NewShape): ShapeDraft {
  return {
    code: shape.code,
    hours: shape.spanMinutes / 60,
    from: clockOf(shape.startFromMinutes),
    to: clockOf(shape.startToMinutes),
    step: shape.startStepMinutes,
    breaks: shape.breaks.map(({ kind, lengthMinutes, fromMinutes, toMinutes }) => ({
      kind,
      length: lengthMinutes,
      from: fromMinutes / 60,
      to: toMinutes / 60,
    })),
  }
}

/** The draft as the API takes it, or what cannot be read. What the law says of it, the service knows. */
export function readShape(draft: ShapeDraft): ReadShape {
  const span = quartersOf(draft.hours)
  const [from, to] = [minutesOfClock(draft.from), minutesOfClock(draft.to)]
  const breaks = draft.breaks.map((pause) => ({
    kind: pause.kind,
    lengthMinutes: pause.length === '' ? Number.NaN : Number(pause.length),
    fromMinutes: quartersOf(pause.from),
    // A gap has one place.
    toMinutes: quartersOf(pause.kind === 'gap' ? pause.from : pause.to),
  }))
  const isQuarter = (minutes: number): boolean => minutes % QUARTER === 0
  const faults = Object.entries({
    code: !isCode(draft.code),
    hours: !(span > 0),
    from: draft.from === '' || !isQuarter(from),
    to: draft.to === '' || !isQuarter(to),
    breaks: breaks.some(
      ({ lengthMinutes: length, fromMinutes, toMinutes }) =>
        !(length >= 5) || length % 5 !== 0 || Number.isNaN(fromMinutes + toMinutes),
    ),
  } satisfies Record<ShapeFault, boolean>).flatMap(([name, isWrong]) =>
    isWrong ? [name as ShapeFault] : [],
  )
  if (faults.length > 0) return { kind: 'refused', faults }
  return {
    kind: 'ready',
    shape: {
      code: draft.code.trim(),
      spanMinutes: span,
      startFromMinutes: from,
      startToMinutes: to,
      startStepMinutes: draft.step,
      breaks,
    },
  }
}

/** Minutes of typed hours, in quarters of an hour; NaN for anything else. */
function quartersOf(hours: Typed): number {
  const minutes = hours === '' ? Number.NaN : Number(hours) * 60
  const isWithin = minutes >= 0 && minutes <= DAY_HOURS * 60
  return isWithin && minutes % QUARTER === 0 ? minutes : Number.NaN
}
