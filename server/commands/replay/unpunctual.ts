import type { Random } from '#forecasting/kernel/random.ts'
import type { RecordedPerson, RecordedSpan } from '#forecasting/simulation/record-day.ts'

type Break = RecordedSpan['breaks'][number]

/** How long a deviation lasts, seconds: what a supervisor sees, and what nobody would lose a day over. */
const SHORTEST_SECONDS = 120
const LONGEST_SECONDS = 1200

const WAYS = [comeLate, leaveEarly, stayAway, pause] as const

/**
 * People as they keep to their shifts: some come late, leave early, stay away longer than the break, or
 * take a pause that nobody planned. Whoever follows the day then has somebody to look for.
 *
 * @param share of the shifts that do not go as planned, 0..1
 */
export function unpunctual(
  people: readonly RecordedPerson[],
  share: number,
  random: Random,
): RecordedPerson[] {
  return people.map((person) => ({
    ...person,
    spans: person.spans.map((span) => {
      // Drawn for every shift, so that a larger share only adds to those of a smaller one.
      const [luck, way, length] = [random(), random(), random()]
      if (luck >= share) return span
      const seconds = Math.round(SHORTEST_SECONDS + length * (LONGEST_SECONDS - SHORTEST_SECONDS))
      return (WAYS[Math.floor(way * WAYS.length)] ?? pause)(span, seconds)
    }),
  }))
}

/** At most half of what there is before the first break. */
function comeLate(span: RecordedSpan, seconds: number): RecordedSpan {
  const { startSeconds, endSeconds, breaks } = span
  const room = (breaks[0]?.startSeconds ?? endSeconds) - startSeconds
  return { ...span, startSeconds: startSeconds + within(seconds, room) }
}

function leaveEarly(span: RecordedSpan, seconds: number): RecordedSpan {
  const { startSeconds, endSeconds, breaks } = span
  const room = endSeconds - (breaks.at(-1)?.endSeconds ?? startSeconds)
  return { ...span, endSeconds: endSeconds - within(seconds, room) }
}

/** The last break runs over. */
function stayAway(span: RecordedSpan, seconds: number): RecordedSpan {
  const last = span.breaks.at(-1)
  if (last === undefined) return pause(span, seconds)
  const endSeconds = last.endSeconds + within(seconds, span.endSeconds - last.endSeconds)
  return { ...span, breaks: [...span.breaks.slice(0, -1), { ...last, endSeconds }] }
}

/** In the middle of the time before the first break. */
function pause(span: RecordedSpan, seconds: number): RecordedSpan {
  const { startSeconds, endSeconds, breaks } = span
  const room = (breaks[0]?.startSeconds ?? endSeconds) - startSeconds
  const length = within(seconds, room)
  const from = startSeconds + Math.floor((room - length) / 2)
  const own: Break = { startSeconds: from, endSeconds: from + length, reason: 'break' }
  return { ...span, breaks: [own, ...breaks] }
}

function within(seconds: number, room: number): number {
  return Math.min(seconds, Math.floor(room / 2))
}
