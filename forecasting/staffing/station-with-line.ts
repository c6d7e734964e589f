/**
 * A station with a line of impatient callers in front of it, whatever happens inside the station
 * while it is not full: Erlang A and chat differ only in the weight of those states.
 *
 * Source: A. Mandelbaum, S. Zeltyn, "The Palm/Erlang-A queue" (2005), section 4.
 */
import { sameServiceLevels, type QueueMetrics, type ServiceLevels } from './queue-metrics.ts'
import { sumLate, sumLine, type Line } from './waiting-line.ts'

export interface Station {
  /** Σ weights of the states that are not full, relative to the last of them; 1..Infinity. */
  readonly statesBelow: number
  /** Speed when full, in Erlangs; more than 0. */
  readonly speed: number
  /** Offered Erlangs; more than 0. */
  readonly load: number
  readonly handleSeconds: number
  readonly patienceSeconds: number
  readonly thresholdSeconds: number | undefined
}

export interface StationMetrics extends Omit<QueueMetrics, 'occupancy'> {
  /** Share of callers who are answered; `answeredShare + abandonShare = 1`. */
  readonly answeredShare: number
  /** Mean wait of everybody, answered or not. */
  readonly meanWaitSeconds: number
  /** Mean wait of a caller who would never hang up. */
  readonly patientWaitSeconds: number
}

/** Figures of the line; the caller of this function adds occupancy. */
export function stationMetrics(station: Station): StationMetrics {
  if (station.statesBelow === Infinity) return nobodyWaits(station.thresholdSeconds)
  const { load, speed, handleSeconds, patienceSeconds, thresholdSeconds } = station
  const line: Line = { load, speed, impatience: handleSeconds / patienceSeconds }
  const sums = sumLine(line)
  const fullRatio = load / speed
  const below = station.statesBelow * sums.empty
  const total = below + fullRatio * (sums.empty + sums.occupied)
  const abandonShare = (line.impatience * fullRatio * sums.waiting) / (total * load)
  const answeredShare = (below + sums.occupied) / total
  const delay = sums.answerDelay / total
  return {
    probabilityOfWait: (fullRatio * (sums.empty + sums.occupied)) / total,
    asaSeconds: (delay / answeredShare) * handleSeconds,
    abandonShare,
    answeredShare,
    meanWaitSeconds: abandonShare * patienceSeconds,
    patientWaitSeconds:
      (delay * fullRatio + ((sums.empty + sums.occupied) / (total * speed)) * fullRatio) *
      handleSeconds,
    service:
      thresholdSeconds === undefined
        ? undefined
        : serviceLevels(station, { line, mode: sums.mode, total, answeredShare }, thresholdSeconds),
  }
}

function serviceLevels(
  station: Station,
  solved: {
    readonly line: Line
    readonly mode: number
    readonly total: number
    readonly answeredShare: number
  },
  thresholdSeconds: number,
): ServiceLevels {
  const { line, total, answeredShare } = solved
  const late = sumLate(line, solved.mode, thresholdSeconds / station.handleSeconds)
  // Rounding must not turn "all of them late" into a share just below nothing.
  const inTime = Math.max(0, answeredShare - late.answeredLate / total)
  const patient = Math.exp(-thresholdSeconds / station.patienceSeconds)
  const stillWaiting = (patient * (line.load / line.speed) * late.stillWaiting) / total
  const notShort = inTime + stillWaiting
  return {
    ofOffered: inTime,
    ofAnswered: inTime / answeredShare,
    excludingShortAbandons: notShort > 0 ? inTime / notShort : 0,
    answeredOrAbandoned: 1 - stillWaiting,
  }
}

function nobodyWaits(thresholdSeconds: number | undefined): StationMetrics {
  return {
    probabilityOfWait: 0,
    asaSeconds: 0,
    abandonShare: 0,
    answeredShare: 1,
    meanWaitSeconds: 0,
    patientWaitSeconds: 0,
    service: thresholdSeconds === undefined ? undefined : sameServiceLevels(1),
  }
}
