import { valueTicks } from '../../../lib/value-ticks.ts'
import type { ExplainedDay } from './use-explanation.ts'

type Part = NonNullable<ExplainedDay['parts']>['steps'][number]['part']

/** One row of the waterfall, from the ordinary day down to the forecast. */
export interface WhyStep {
  readonly id: Exclude<Part, 'trend'> | 'base' | 'rest' | 'override' | 'total'
  /** A whole, which stands on zero, or what is added to the rows above. */
  readonly kind: 'whole' | 'added'
  /** Where the bar stands on the axis of contacts. */
  readonly from: number
  readonly to: number
  /** What the row says: a whole, or a difference. */
  readonly contacts: number
  /** 1 is no effect; null where there is none to tell. */
  readonly factor: number | null
  /** What of the change since the version before is this part's; null without one. */
  readonly moved: number | null
}

/** Parts that most days have nothing of. */
const ONLY_SPECIAL: ReadonlySet<Part> = new Set(['special', 'besideSpecial'])
/** Below this nobody would see, or ask about, a part. */
const SEEN_CONTACTS = 0.05

/**
 * The rows of a day, top to bottom: each begins where the one above ends. What stands outside the
 * model, special days and what was changed by hand are rows only where there is something to say.
 *
 * @returns no row for a closed day
 */
export function whySteps(day: ExplainedDay): readonly WhyStep[] {
  const { parts, volume, adjusted } = day
  if (parts === null) return []
  const added = [
    ...parts.steps
      .filter(({ part, contacts }) => isSeen(contacts) || !ONLY_SPECIAL.has(part))
      .map(({ part, contacts, factor }) => ({
        id: part as Exclude<Part, 'trend'>,
        contacts,
        factor,
      })),
    ...(isSeen(parts.rest) ? [{ id: 'rest' as const, contacts: parts.rest, factor: null }] : []),
    ...(isSeen(adjusted - volume)
      ? [{ id: 'override' as const, contacts: adjusted - volume, factor: adjusted / volume }]
      : []),
  ]
  let reached = parts.base
  const rows: WhyStep[] = [
    { ...whole('base', parts.base), factor: null, moved: movedOf(day, 'trend') },
  ]
  for (const { id, contacts, factor } of added) {
    const from = reached
    reached += contacts
    rows.push({
      id,
      kind: 'added',
      from,
      to: reached,
      contacts,
      factor: factor !== null && Number.isFinite(factor) ? factor : null,
      moved: movedOf(day, id),
    })
  }
  const moved = day.moved === null ? null : volume - day.moved.from
  return [...rows, { ...whole('total', adjusted), factor: null, moved }]
}

function whole(id: 'base' | 'total', contacts: number) {
  return { id, kind: 'whole' as const, from: 0, to: contacts, contacts }
}

function isSeen(contacts: number): boolean {
  return Math.abs(contacts) >= SEEN_CONTACTS
}

function movedOf({ moved }: ExplainedDay, id: Part | 'rest' | 'override'): number | null {
  if (moved === null || id === 'override') return null
  if (id === 'rest') return moved.rest
  return moved.steps.find(({ part }) => part === id)?.contacts ?? null
}

/** The parts that make most of the difference from an ordinary day, the greatest first. */
export function chiefSteps(steps: readonly WhyStep[], count: number): readonly WhyStep[] {
  const whole = steps.find(({ id }) => id === 'total')?.contacts ?? 0
  return steps
    .filter(({ kind, contacts }) => kind === 'added' && Math.abs(contacts) >= whole / 100)
    .toSorted((a, b) => Math.abs(b.contacts) - Math.abs(a.contacts))
    .slice(0, count)
}

/**
 * The round numbers of the axis, the first and last its ends: from zero, unless that would hide what
 * moves the day. Then the differences take the greater part of the picture.
 */
export function whyTicks(steps: readonly WhyStep[], beside: readonly number[]): readonly number[] {
  const edges = [
    ...steps.flatMap(({ kind, from, to }) => (kind === 'whole' ? [to] : [from, to])),
    ...beside,
  ]
  const [low, high] = [Math.min(...edges), Math.max(1, ...edges)]
  const span = high - low
  const start = low > 4 * span ? low - Math.max(span, high / 50) / 2 : 0
  const [, step = 1] = valueTicks(high - start)
  const first = Math.floor(start / step)
  const count = Math.ceil(high / step) - first + 1
  return Array.from({ length: count }, (_, i) => (first + i) * step)
}
