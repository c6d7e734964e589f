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
/** Of a queue whose level hardly wanders, where a step of a half passes it within two weeks. */
const CALM_EVIDENCE_MIN = 7
/** By so much more a step that was taken back may speak before the lasting one is given up. */
const OVER_MARGIN = 1
/** A step smaller than a sixth is the level's own wandering, which the model follows anyway. */
const SIZE_MIN = 0.15
/** The model has followed an older step by itself. */
export const RECENT_DAYS = 56
/** Days on either side, without which a step and a burst look alike. */
const DAYS_BESIDE = 5

/** The process that judges, and whether it is that of a queue whose level hardly wanders. */
export interface JudgedLevel {
  readonly process: DayProcess
  readonly isCalm: boolean
}

/**
 * Finds the lasting step that the process explains worst, if one is beyond doubt. A season is not
 * mistaken for one: the process already follows slow change, and asks what a step adds to that.
 *
 * @param signs of the process's observations
 * @param denied days on which a planner sees no lasting step begin
 */
export function levelShift(
  { process, isCalm }: JudgedLevel,
  signs: readonly DaySigns[],
  denied: ReadonlySet<number>,
): LevelShift | null {
  const best = likeliestStep(process, signs, isCalm ? CALM_EVIDENCE_MIN : EVIDENCE_MIN)
  if (best === null || isTakenBack(process, best, signs.length)) return null
  // Of a denied step the next best place would only be the same step, seen a day later.
  return denied.has(best.day) ? null : { observation: best.observation, size: best.size }
}

function likeliestStep(
  process: DayProcess,
  signs: readonly DaySigns[],
  evidenceMin: number,
): Candidate | null {
  let best: Candidate | null = null
  const newest = signs.at(-1)?.day ?? 0
  for (let i = DAYS_BESIDE; i <= signs.length - DAYS_BESIDE; i++) {
    const own = signs[i] as DaySigns
    // What a holiday leaves behind is not the new level's first day.
    if (own.special !== null || newest - own.day >= RECENT_DAYS) continue
    const { evidence, size } = process.stepAt(i, STEP_DEVIATION)
    if (evidence > (best?.evidence ?? evidenceMin) && Math.abs(size) > SIZE_MIN) {
      best = { observation: i, size, evidence, day: own.day }
    }
  }
  return best
}

/** True where a burst, over by now, explains the days better than a lasting step. */
function isTakenBack(process: DayProcess, step: Candidate, observations: number): boolean {
  for (let end = step.observation + 2; end <= observations - 2; end++) {
    const { evidence } = process.stepAt(step.observation, STEP_DEVIATION, end)
    if (evidence > step.evidence + OVER_MARGIN) return true
  }
  return false
}
