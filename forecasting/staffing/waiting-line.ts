/**
 * The line in front of a station that is working at full speed, with callers who hang up.
 *
 * Time is measured in mean handle times, so that the station's full speed and the load are both in
 * Erlangs. With `d_j = speed + j·impatience` (computed, never accumulated: adding the step loses
 * three digits at a million Erlangs) the weight of j callers waiting is t_j = t_{j-1}·load/d_j. The
 * sums run outwards from the largest weight, which in overload lies deep in the line: they then cost
 * O(√(load/impatience)) and cannot overflow. All terms are positive.
 *
 * Source: C. Palm, "Research on telephone traffic carried by full availability groups" (1957);
 * A. Mandelbaum, S. Zeltyn, "The Palm/Erlang-A queue" (2005).
 */
import { logPoissonWeight } from './poisson-weight.ts'

/** A term this small beside the sum can no longer change a double. */
const NEGLIGIBLE = 1e-20

/** From this ratio of `d_j` to impatience, five Euler–Maclaurin terms leave less than 1e-15. */
const SMOOTH_FROM = 32

export interface Line {
  /** Load in Erlangs; more than 0. */
  readonly load: number
  /** Speed of the busy station in Erlangs (agents, or agents × speed at full slots); more than 0. */
  readonly speed: number
  /** Mean handle time / mean patience; more than 0. */
  readonly impatience: number
}

/** Sums over the callers waiting j, relative to the weight t_m of the likeliest j = m. */
export interface LineSums {
  /** Likeliest number waiting. */
  readonly mode: number
  /** t_0 / t_m; 0 when below the smallest that matters. */
  readonly empty: number
  /** Σ_{j≥1} t_j. */
  readonly occupied: number
  /** Σ j·t_j. */
  readonly waiting: number
  /** Σ t_j Σ_{i≤j} 1/d_i, in mean handle times. */
  readonly answerDelay: number
}

/** Sums of one line. */
export function sumLine(line: Line): LineSums {
  const { load, speed, impatience } = line
  const mode = modeOf(line, load)
  const delayAtMode = delayThrough(line, mode)

  let occupied = mode > 0 ? 1 : 0
  let waiting = mode
  let answerDelay = delayAtMode
  let term = 1
  let delay = delayAtMode
  for (let j = mode + 1; term > NEGLIGIBLE * (1 + occupied); j++) {
    const departures = speed + j * impatience
    term *= load / departures
    delay += 1 / departures
    occupied += term
    waiting += j * term
    answerDelay += term * delay
  }

  term = 1
  delay = delayAtMode
  let j = mode
  for (; j > 0 && term > NEGLIGIBLE * occupied; j--) {
    const departures = speed + j * impatience
    term *= departures / load
    delay -= 1 / departures
    if (j === 1) break
    occupied += term
    waiting += (j - 1) * term
    answerDelay += term * delay
  }
  const reachedEmpty = j <= 1
  return { mode, empty: reachedEmpty ? term : 0, occupied, waiting, answerDelay }
}

/** Chances for a caller to be still in the line, and to be answered, after a threshold. */
export interface LateSums {
  /** Σ_{j≥0} over the offered wait exceeding the threshold, relative to t_m of {@link sumLine}. */
  readonly stillWaiting: number
  /** The same for callers who are answered after the threshold. */
  readonly answeredLate: number
}

/**
 * The line's sums thinned to what is left after a threshold: the load counts only callers who would
 * still be patient. The ratio of the two scales is a ratio of two Poisson weights, so nothing
 * overflows where the textbook product of exponentials does.
 *
 * @param threshold in mean handle times, 0 or more
 */
export function sumLate(line: Line, mode: number, threshold: number): LateSums {
  const { load, speed, impatience } = line
  const patientLoad = load * Math.exp(-threshold * impatience)
  const lateMode = modeOf(line, patientLoad)
  const scale = Math.exp(lateLogScale(line, { mode, lateMode, patientLoad, threshold }))

  let sum = lateMode > 0 ? 1 : 0
  let term = 1
  for (let j = lateMode + 1; term > NEGLIGIBLE * (1 + sum); j++) {
    term *= patientLoad / (speed + j * impatience)
    sum += term
  }
  term = 1
  let j = lateMode
  for (; j > 1 && term > NEGLIGIBLE * sum; j--) {
    term *= (speed + j * impatience) / patientLoad
    sum += term
  }
  const empty = j === 1 ? (term * (speed + impatience)) / patientLoad : j === 0 ? 1 : 0
  return { stillWaiting: scale * (sum + empty), answeredLate: scale * sum }
}

function lateLogScale(
  line: Line,
  at: {
    readonly mode: number
    readonly lateMode: number
    readonly patientLoad: number
    readonly threshold: number
  },
): number {
  const { load, speed, impatience } = line
  if (at.mode === 0) {
    const patienceUsed = -Math.expm1(-at.threshold * impatience)
    return (load * patienceUsed) / impatience - speed * at.threshold
  }
  const lateWeight = logPoissonWeight(speed / impatience + at.lateMode, at.patientLoad / impatience)
  return lateWeight - logPoissonWeight(speed / impatience + at.mode, load / impatience)
}

/** The j at which t_j is largest when `load` arrives. */
function modeOf({ speed, impatience }: Line, load: number): number {
  return Math.max(0, Math.floor((load - speed) / impatience))
}

/** Σ_{i=1..count} 1/d_i: directly while the terms bend, then by Euler–Maclaurin. */
function delayThrough({ speed, impatience }: Line, count: number): number {
  let sum = 0
  let i = 0
  while (i < count && (i < 1 || speed / impatience + i < SMOOTH_FROM)) {
    i += 1
    sum += 1 / (speed + i * impatience)
  }
  if (i === count) return sum
  const from = speed / impatience + i
  const to = speed / impatience + count
  return sum + (Math.log1p((count - i) / from) + curvature(to) - curvature(from)) / impatience
}

/** Euler–Maclaurin's corrections to ∫ dx/x at one end. */
function curvature(x: number): number {
  const square = 1 / (x * x)
  return 1 / (2 * x) - square * (1 / 12 - square * (1 / 120 - square / 252))
}
