import type { DayProcess } from './day-process.ts'
import type { DaySigns } from './day-signs.ts'

/** A lasting step of the level: a new service, a moved office, a changed number. */
export interface LevelShift {
  /** The first observation of the new level. */
  readonly observation: number
  /** Log of the factor by which volume changed. */
  readonly size: number
}

interface Candidate extends LevelShift {
  readonly evidence: number
  readonly day: number
}

/** Steps that happen: a third up or down is usual, a doubling possible. */
const STEP_DEVIATION = 0.4
/**
 * Log Bayes factor. On real series, bursts of a few weeks reach 10; a doubling or halving passes it
 * within a week or two.
 */
const EVIDENCE_MIN = 10.5
/** A step smaller than a sixth is the level's own wandering, which the model follows anyway. */
const SIZE_MIN = 0.15
/** The model has followed an older step by itself. */
const RECENT_DAYS = 56
/** Days on either side, without which a step and a burst look alike. */
const DAYS_BESIDE = 5

/**
 * Finds the lasting step that the process explains worst, if one is beyond doubt. A season is not
 * mistaken for one: the process already follows slow change, and asks what a step adds to that.
 *
 * @param signs of the process's observations
 * @param denied days on which a planner sees no lasting step begin
 */
export function levelShift(
  process: DayProcess,
  signs: readonly DaySigns[],
  denied: ReadonlySet<number>,
): LevelShift | null {
  let best: Candidate | null = null
  const newest = signs.at(-1)?.day ?? 0
  for (let i = DAYS_BESIDE; i <= signs.length - DAYS_BESIDE; i++) {
    const own = signs[i] as DaySigns
    // What a holiday leaves behind is not the new level's first day.
    if (own.special !== null || newest - own.day >= RECENT_DAYS) continue
    const { evidence, size } = process.stepAt(i, STEP_DEVIATION)
    if (evidence > (best?.evidence ?? EVIDENCE_MIN) && Math.abs(size) > SIZE_MIN) {
      best = { observation: i, size, evidence, day: own.day }
    }
  }
  // Of a denied step the next best place would only be the same step, seen a day later.
  return best === null || denied.has(best.day)
    ? null
    : { observation: best.observation, size: best.size }
}
