import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { Queue } from './use-settings.ts'

type LearnedQueue = components['schemas']['LearnedQueue']

/** What history says of one setting: in words, and as the value that the setting would take over. */
export interface Learned {
  readonly text: string
  /** In the unit of the API, as exactly as people say it; null where history cannot tell. */
  readonly value: number | null
}

/** Settings of a queue that history may know better. */
export type LearnedKey = 'patienceSeconds' | 'redialShare' | 'redialSeconds'

export function useLearnedQueue(queue: Queue): LearnedQueue | undefined {
  const params = { path: { queueId: queue.id } }
  return api.useQuery('get', '/api/v1/queues/{queueId}/learned', { params }).data
}

interface Words {
  readonly t: Translate
  readonly format: Format
  readonly dateText: (date: string | null) => string
}

/** @returns null for a setting that means nothing in the queue */
export function learnedOf(key: LearnedKey, learned: LearnedQueue, words: Words): Learned | null {
  if (key === 'patienceSeconds') return learnedPatience(learned.patience, words)
  if (key === 'redialShare') return learnedShare(learned.redials, words)
  return learnedPause(learned.redials, words)
}

function learnedPatience(
  patience: LearnedQueue['patience'],
  { t, format, dateText }: Words,
): Learned | null {
  const { kind, seconds, low, high, abandoned, offered, source, fromDate, toDate } = patience
  if (kind === 'does_not_apply') return null
  if (kind === 'too_few_abandonments') {
    return { text: t('learned.tooFew', { abandoned }), value: null }
  }
  if (seconds === null) return { text: t('learned.noWaits'), value: null }
  const minutes = (value: number | null): string => format.number((value ?? 0) / 60, 1)
  const text = t('learned.patience', {
    value: minutes(seconds),
    low: minutes(low),
    high: minutes(high),
    abandoned,
    offered,
    source: source ?? 'intervals',
    from: dateText(fromDate),
    to: dateText(toDate),
  })
  const left = patience.stillWaiting.map((point) =>
    t('learned.stillWaiting.one', {
      seconds: format.number(point.seconds),
      percent: format.percent(point.share),
    }),
  )
  const rest = left.length === 0 ? '' : ` ${t('learned.stillWaiting', { list: left.join(', ') })}`
  return { text: text + rest, value: wholeTenths(seconds) }
}

function learnedShare(
  redials: LearnedQueue['redials'],
  { t, format, dateText }: Words,
): Learned | null {
  const { kind, share, low, high, abandoned, followed, fromDate, toDate } = redials
  if (kind === 'does_not_apply') return null
  if (kind === 'too_few_abandonments') {
    return { text: t('learned.tooFew', { abandoned }), value: null }
  }
  if (share === null) return { text: t('learned.notTold'), value: null }
  const percent = (value: number | null): string => format.number((value ?? 0) * 100)
  const text = t('learned.redialShare', {
    value: percent(share),
    low: percent(low),
    high: percent(high),
    abandoned,
    followed,
    from: dateText(fromDate),
    to: dateText(toDate),
  })
  return { text, value: Math.min(0.99, Math.round(share * 100) / 100) }
}

function learnedPause(
  { pauseSeconds }: LearnedQueue['redials'],
  { t, format }: Words,
): Learned | null {
  if (pauseSeconds === null) return null
  const value = format.number(pauseSeconds / 60, 1)
  return { text: t('learned.redialSeconds', { value }), value: wholeTenths(pauseSeconds) }
}

/** Tenths of a minute: what the field shows, and finer than any history knows. */
function wholeTenths(seconds: number): number {
  return Math.max(6, Math.round(seconds / 6) * 6)
}
