import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import { type ComingMiss, firstMiss, type Hours, isWaitMissed } from './hours-model.ts'

/** Will waits hold in the hours ahead? */
export function hoursAnswer(
  hours: Hours,
  nameOf: (queueId: string) => string,
  say: { readonly t: Translate; readonly format: Format },
): Answer {
  const { t, format } = say
  const intervals = hours.queues.flatMap((queue) => queue.intervals)
  if (intervals.every(({ predicted }) => predicted === null)) {
    const isOver = intervals.every(({ expected }) => expected === null)
    return { text: t(isOver ? 'hours.answer.over' : 'hours.answer.noSchedule'), tone: 'unknown' }
  }
  const miss = firstMiss(hours)
  if (miss === undefined) return { text: t('hours.answer.holds'), tone: 'covered' }
  const { from, to } = miss.interval
  const when = format.timeRange(Date.parse(from), Date.parse(to))
  return { text: missText(miss, { when, queue: nameOf(miss.queue.queueId) }, say), tone: 'under' }
}

function missText(
  { queue, interval: { predicted } }: ComingMiss,
  common: { readonly when: string; readonly queue: string },
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  if (predicted === null || predicted.asaSeconds === null) {
    const people = {
      required: format.number(predicted?.required ?? 0),
      given: format.number(predicted?.given ?? 0),
    }
    return t('hours.answer.overloaded', { ...common, ...people })
  }
  if (!isWaitMissed(queue, predicted)) {
    const lost = {
      lost: format.percent(predicted.lostShare ?? 0),
      target: format.percent(queue.lostShareTarget),
    }
    return t('hours.answer.lost', { ...common, ...lost })
  }
  const wait = {
    wait: format.seconds(predicted.asaSeconds),
    target: format.seconds(queue.asaTargetSeconds ?? 0),
  }
  return t('hours.answer.misses', { ...common, ...wait })
}
