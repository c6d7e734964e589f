import { clipSpans, unitedSpans } from '../../adherence/cut-spans.ts'
import type { Span } from '../../adherence/span-cursor.ts'

/** One kept event of one person. */
export interface TimelineEvent {
  readonly atMs: number
  /** Our name of the state, or the feed's own words where we have none. */
  readonly state: string
  readonly reason: string | null
  readonly feedId: string
}

export interface TimelineSpan extends Span {
  readonly state: string
  readonly reason: string | null
}

export interface StateTimeline {
  readonly states: readonly TimelineSpan[]
  /** When nothing is known: before the first event, and after a silence until the next one. */
  readonly silences: readonly Span[]
}

/**
 * What a person did, from everything that came. A state lasts until the next event; a silence of its
 * feed ends it earlier, and what follows is unknown until somebody says so.
 *
 * @param events ascending; the last one before the window is among them if there is one
 */
export function stateTimeline(
  events: readonly TimelineEvent[],
  silencesOf: ReadonlyMap<string, readonly Span[]>,
  window: Span,
): StateTimeline {
  const states: TimelineSpan[] = []
  const silences: Span[] = [{ startMs: window.startMs, endMs: events[0]?.atMs ?? window.endMs }]
  events.forEach((event, index) => {
    const endMs = events[index + 1]?.atMs ?? Math.max(window.endMs, event.atMs)
    const silence = hidingSilence(silencesOf.get(event.feedId), event.atMs, endMs)
    const knownUntilMs = Math.max(silence?.startMs ?? endMs, event.atMs)
    const { state, reason } = event
    append(states, { startMs: event.atMs, endMs: knownUntilMs, state, reason })
    silences.push({ startMs: knownUntilMs, endMs })
  })
  return {
    states: clipSpans(states, window),
    silences: unitedSpans(clipSpans(silences, window)),
  }
}

/** The feed's clock and ours differ by this at most: a silence may seem to begin before its last event. */
const SKEW_MS = 5000

/**
 * The first silence that hides a state: it began after the state was said. An event from within a
 * silence was said by what ended it.
 */
export function hidingSilence(
  silences: readonly Span[] | undefined,
  saidMs: number,
  untilMs: number,
): Span | undefined {
  return silences?.find(({ startMs }) => startMs >= saidMs - SKEW_MS && startMs < untilMs)
}

/** Joins a span to the one before when it says the same. */
function append(states: TimelineSpan[], span: TimelineSpan): void {
  const last = states.at(-1)
  const isSame =
    last?.endMs === span.startMs && last.state === span.state && last.reason === span.reason
  if (isSame) states[states.length - 1] = { ...last, endMs: span.endMs }
  else if (span.startMs < span.endMs) states.push(span)
}
