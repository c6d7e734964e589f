import type { ContactCell } from '../contacts/contacts.queries.ts'
import type { TodayHours } from './hours.schema.ts'
import type { Hours } from './hours.service.ts'
import { lostShareTargetOf, type PredictedInterval } from './predict-hours.ts'
import type { QueueInterval } from './queue-day.ts'
import type { StaffOfInterval } from './staff-hours.ts'

type ShownQueue = TodayHours['queues'][number]
type ShownInterval = ShownQueue['intervals'][number]

export function presentHours({ days, nowMs, queues, unknown, staff, ahead }: Hours): TodayHours {
  return {
    at: new Date(nowMs).toISOString(),
    date: days[0].date,
    dayEndsAt: new Date(days[0].endMs).toISOString(),
    queues: queues.map(({ queue, day, isCounted }): ShownQueue => {
      const predicted = new Map(
        (ahead?.predicted.get(queue.id) ?? []).map((one) => [one.startMs, one]),
      )
      return {
        queueId: queue.id,
        code: queue.code,
        channel: queue.channel,
        asaTargetSeconds: queue.asaTargetSeconds,
        lostShareTarget: lostShareTargetOf(queue),
        isCounted,
        volumeFactor: rounded(day.factor, 3),
        handleFactor: rounded(day.handleFactor, 3),
        intervals: day.intervals.map((interval) =>
          presentInterval(
            interval,
            predicted.get(interval.startMs),
            staff.get(queue.id)?.get(interval.startMs),
          ),
        ),
      }
    }),
    unknownQueues: unknown.map(({ name, count }) => ({ name, contacts: count })),
    missing: ahead?.people.filter(({ isMissing }) => isMissing).length ?? 0,
  }
}

function presentInterval(
  interval: QueueInterval,
  predicted: PredictedInterval | undefined,
  staff: StaffOfInterval | undefined,
): ShownInterval {
  const { forecast, forecastAhtSeconds, came, expected } = interval
  return {
    from: new Date(interval.startMs).toISOString(),
    to: new Date(interval.endMs).toISOString(),
    isOpen: interval.isOpen,
    forecast: presentBand({ ...forecast, ahtSeconds: forecastAhtSeconds }),
    came: came === null ? null : presentCame(came),
    isLeftOut: interval.isLeftOut,
    expected: expected === null ? null : presentBand(expected),
    predicted: predicted === undefined || expected === null ? null : presentPrediction(predicted),
    staff: staff === undefined ? null : presentStaff(staff),
  }
}

function presentBand(band: ShownInterval['forecast']): ShownInterval['forecast'] {
  return {
    contacts: rounded(band.contacts, 2),
    low: rounded(band.low, 2),
    high: rounded(band.high, 2),
    ahtSeconds: band.ahtSeconds === null ? null : rounded(band.ahtSeconds, 1),
  }
}

function presentCame(cell: ContactCell): NonNullable<ShownInterval['came']> {
  const { offered, answered, abandoned, waiting, answeredInTarget } = cell
  return {
    offered,
    answered,
    abandoned,
    waiting,
    answeredInTarget,
    asaSeconds: answered === 0 ? null : rounded(cell.waitSeconds / answered, 1),
    ahtSeconds: cell.handledKnown === 0 ? null : rounded(cell.handleSeconds / cell.handledKnown, 1),
  }
}

function presentPrediction(predicted: PredictedInterval): NonNullable<ShownInterval['predicted']> {
  const { required, given, asaSeconds, lostShare, isOverloaded } = predicted
  return {
    required,
    given: rounded(given, 2),
    asaSeconds: asaSeconds === null ? null : rounded(asaSeconds, 1),
    lostShare: lostShare === null ? null : rounded(lostShare, 4),
    isOverloaded,
  }
}

function presentStaff(staff: StaffOfInterval): NonNullable<ShownInterval['staff']> {
  const { required, scheduled, working } = staff
  return {
    required,
    scheduled: rounded(scheduled, 2),
    working: working === null ? null : rounded(working, 2),
  }
}

function rounded(value: number, digits: number): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}
