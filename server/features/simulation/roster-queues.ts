import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { ServedQueue } from '#forecasting/simulation/competence-groups.ts'
import type { LevelDoubt } from '#forecasting/simulation/draw-levels.ts'
import type { SimulatedQueue } from '#forecasting/simulation/simulated-centre.ts'
import { chatSpeeds, soloSeconds } from '#forecasting/staffing/chat-speeds.ts'
import { dueIntervals } from '#forecasting/staffing/deferred-work.ts'
import type { QueueSettings } from '#forecasting/staffing/require-staff.ts'
import { rateCv } from '#forecasting/staffing/volume-doubt.ts'
import { QUANTILE_LEVELS } from '#forecasting/volume/quantile-levels.ts'

import type { Queue } from '../centers/centers.schema.ts'
import type { AdjustedPoint } from '../forecasts/overrides/adjusted-point.ts'
import { REDIAL_SECONDS_DEFAULT } from '../imports/first-tries.service.ts'

/** The time that is simulated, cut into intervals from its first instant on. */
export interface SimulatedTime {
  readonly fromMs: EpochMs
  readonly intervalSeconds: number
  readonly intervals: number
  /** The interval with which each day begins. */
  readonly dayStarts: readonly number[]
}

/** A queue, how it is staffed, and what the forecast brings it. */
export interface SimulatedWork {
  readonly queue: Queue
  readonly settings: QueueSettings
  readonly points: readonly AdjustedPoint[]
  /** First tries among the offered contacts, 0..1; the simulation makes its own redials. */
  readonly firstTryShare: number
  /** Whether it is open in each interval. */
  readonly isOpen: readonly boolean[]
}

const LOW = QUANTILE_LEVELS.indexOf(0.1)
const HIGH = QUANTILE_LEVELS.indexOf(0.9)
/** Exponential: nobody has measured better, and the staffing formulas take the same. */
const HANDLE_CV = 1
const THRESHOLD_SECONDS = 60

/**
 * How alike the misses of two days of one week are: measured 0.26 over eight queues, in the second
 * week ahead (ADR 0010).
 */
const DAY_CORRELATION = 0.26

/** A queue as the simulation takes it. Whoever comes when it is closed is not let in. */
export function rosterQueue(
  work: SimulatedWork,
  time: SimulatedTime,
): SimulatedQueue & { readonly doubt: LevelDoubt } {
  const { queue, settings, isOpen } = work
  const kind = kindOf(settings)
  const columns = pointColumns(work, time)
  const speeds = chatSpeeds(settings.concurrency, settings.chatSpeeds)
  const solo = (seconds: number): number =>
    kind === 'chat' ? soloSeconds(seconds, speeds, settings.targets.maxOccupancy ?? 1) : seconds
  return {
    kind,
    contacts: columns.contacts.map((contacts, t) =>
      kind === 'deferred' || isOpen[t] === true ? contacts : 0,
    ),
    handleSeconds: columns.handleSeconds.map((seconds) => (seconds > 0 ? solo(seconds) : 0)),
    handleCv: HANDLE_CV,
    patienceSeconds: kind === 'deferred' ? Infinity : (settings.patienceSeconds ?? Infinity),
    redialShare: kind === 'deferred' ? 0 : (queue.redialShare ?? 0),
    redialSeconds: queue.redialSeconds ?? REDIAL_SECONDS_DEFAULT,
    ...thresholdsOf(queue, settings, isOpen),
    priority: 0,
    doubt: { dayCv: dayCvs(columns, time), dayCorrelation: DAY_CORRELATION },
  }
}

/** How those who serve a queue are simulated. */
export function servedQueue({ settings }: Pick<SimulatedWork, 'settings'>): ServedQueue {
  return {
    absentChance: settings.shrinkageUnplanned,
    awayShare: settings.shrinkagePlanned,
    chatSpeeds:
      kindOf(settings) === 'chat' ? chatSpeeds(settings.concurrency, settings.chatSpeeds) : null,
  }
}

export function kindOf({ deadlineSeconds, concurrency }: QueueSettings): SimulatedQueue['kind'] {
  if (deadlineSeconds !== undefined) return 'deferred'
  return concurrency > 1 ? 'chat' : 'call'
}

interface PointColumns {
  readonly contacts: number[]
  readonly handleSeconds: number[]
  readonly rateCv: number[]
}

function pointColumns({ points, firstTryShare }: SimulatedWork, time: SimulatedTime): PointColumns {
  const column = (): number[] => Array.from({ length: time.intervals }, () => 0)
  const columns: PointColumns = { contacts: column(), handleSeconds: column(), rateCv: column() }
  for (const { startMs, adjusted, ahtSeconds, quantiles } of points) {
    const t = Math.floor((startMs - time.fromMs) / (time.intervalSeconds * 1000))
    if (t < 0 || t >= time.intervals || ahtSeconds === null || ahtSeconds <= 0) continue
    columns.contacts[t] = adjusted * firstTryShare
    columns.handleSeconds[t] = ahtSeconds
    columns.rateCv[t] = rateCv({
      mean: adjusted,
      low: quantiles[LOW] ?? adjusted,
      high: quantiles[HIGH] ?? adjusted,
    })
  }
  return columns
}

/** The doubt about a day's level: that of its intervals, which it is common to. */
function dayCvs(columns: PointColumns, { dayStarts, intervals }: SimulatedTime): number[] {
  return dayStarts.map((from, day) => {
    const to = dayStarts[day + 1] ?? intervals
    let [weight, sum] = [0, 0]
    for (let t = from; t < to; t++) {
      weight += columns.contacts[t] ?? 0
      sum += (columns.contacts[t] ?? 0) * (columns.rateCv[t] ?? 0)
    }
    return weight === 0 ? 0 : sum / weight
  })
}

/** A deadline runs in open hours: by the clock it is as far away as the doors let it be. */
function thresholdsOf(
  { serviceLevelSeconds }: Queue,
  { deadlineSeconds, intervalSeconds, targets }: QueueSettings,
  isOpen: readonly boolean[],
): Pick<SimulatedQueue, 'thresholdSeconds' | 'thresholds'> {
  if (deadlineSeconds === undefined) {
    return { thresholdSeconds: serviceLevelSeconds ?? targets.asaSeconds ?? THRESHOLD_SECONDS }
  }
  const dues = dueIntervals(
    isOpen.map((open) => ({ isOpen: open })),
    { deadlineSeconds, intervalSeconds },
  )
  return {
    thresholdSeconds: deadlineSeconds,
    thresholds: dues.map((due, t) => (due - t + 1) * intervalSeconds),
  }
}
