import { LOGGED_OFF, NO_DATA } from './adherence-policy.ts'
import { type CompiledPolicy, type Ruling, rulingFor } from './compile-policy.ts'
import { type Span, SpanCursor } from './span-cursor.ts'

export interface PlannedSpan extends Span {
  readonly activity: string
}

export interface StateSpan extends Span {
  readonly state: string
}

/**
 * A person's day, or a part of one. Every list ascends and its spans do not overlap. All instants
 * are epoch milliseconds: zones, and the nights when their offset changes, are settled before.
 */
export interface DayRecord {
  /** What is judged, `[fromMs, toMs)`. */
  readonly fromMs: number
  readonly toMs: number
  readonly planned: readonly PlannedSpan[]
  /** Between them the person was not signed on. */
  readonly states: readonly StateSpan[]
  /** The feed said nothing: what the person did is not known. */
  readonly silences: readonly Span[]
  /** Explanations that somebody approved: out becomes neutral, never in. */
  readonly excused: readonly Span[]
}

export interface JudgedSpan extends Span, Ruling {}

/**
 * Judges every moment of a record.
 *
 * @returns spans that cover `[fromMs, toMs)` without a gap, before tolerance (`tolerate`)
 */
export function judgeDay(record: DayRecord, compiled: CompiledPolicy): JudgedSpan[] {
  const planned = new SpanCursor(record.planned)
  const states = new SpanCursor(record.states)
  const silences = new SpanCursor(record.silences)
  const excused = new SpanCursor(record.excused)
  const judged: JudgedSpan[] = []
  for (let startMs = record.fromMs; startMs < record.toMs;) {
    const activity = planned.moveTo(startMs)?.activity ?? null
    const reported = states.moveTo(startMs)?.state ?? LOGGED_OFF
    const isSilent = silences.moveTo(startMs) !== undefined
    const isExcused = excused.moveTo(startMs) !== undefined
    const endMs = Math.min(
      record.toMs,
      planned.edgeMs,
      states.edgeMs,
      silences.edgeMs,
      excused.edgeMs,
    )
    const ruling = judgeMoment({ activity, reported, isSilent, isExcused }, compiled)
    judged.push({
      startMs,
      endMs,
      // Written out: copying with `...` takes three times as long.
      activity: ruling.activity,
      state: ruling.state,
      verdict: ruling.verdict,
      cause: ruling.cause,
      isProductive: ruling.isProductive,
      isProductivePlan: ruling.isProductivePlan,
    })
    startMs = endMs
  }
  return judged
}

/** What is planned and what is known of one moment. */
export interface Moment {
  readonly activity: string | null
  readonly reported: string
  readonly isSilent: boolean
  readonly isExcused: boolean
}

/** The ruling on one moment: what the day's record and the live board both say. */
export function judgeMoment(
  { activity, reported, isSilent, isExcused }: Moment,
  compiled: CompiledPolicy,
): Ruling {
  const ruling = rulingFor(compiled, activity, isSilent ? NO_DATA : reported)
  if (!isExcused || ruling.verdict !== 'out') return ruling
  return { ...ruling, verdict: 'neutral', cause: 'excused' }
}
