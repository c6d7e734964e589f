import type { components } from '../../api/schema.d.ts'
import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'

export type Alert = components['schemas']['Alert']
export type AlertRule = components['schemas']['AlertRule']

/** A queue in the reader's language; undefined until queues are known. */
export type NameOf = (queueId: string) => string | undefined

/** What an alert says, in words. Queues are named in the reader's language. */
export function alertText(
  { kind, subject, detail, threshold }: Alert,
  nameOf: NameOf,
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  const fromMs = Date.parse(detail.from ?? '')
  if (kind === 'feed_silent' || kind === 'person_out') {
    return t(`alerts.text.${kind}`, { name: detail.name, since: format.time(fromMs) })
  }
  const common = {
    name: nameOf(subject) ?? detail.name,
    when: format.timeRange(fromMs, Date.parse(detail.to ?? '')),
  }
  if (detail.value === null) return t('alerts.text.wait.grows', common)
  if (kind === 'staffing') return t('alerts.text.staffing', { ...common, value: detail.value })
  const quantity = kind === 'wait' ? format.seconds : format.percent
  return t(`alerts.text.${kind}`, {
    ...common,
    value: quantity(detail.value),
    threshold: quantity(threshold),
  })
}

/** Open alerts that nobody has taken on and that are not of quiet hours. */
export function waitingAlerts(alerts: readonly Alert[]): Alert[] {
  return alerts.filter(
    ({ endedAt, acknowledgedAt, isQuiet }) =>
      endedAt === null && acknowledgedAt === null && !isQuiet,
  )
}

/** What needs attention? */
export function alertsAnswer(
  alerts: readonly Alert[],
  rules: readonly AlertRule[],
  { t, format }: { readonly t: Translate; readonly format: Format },
): Answer {
  const open = alerts.filter(({ endedAt }) => endedAt === null)
  const waiting = waitingAlerts(alerts)
  if (waiting.length > 0) {
    return { text: t('alerts.answer.open', { count: waiting.length }), tone: 'under' }
  }
  if (open.length > 0) {
    const count = format.number(open.length)
    return { text: t('alerts.answer.handled', { count }), tone: 'unknown' }
  }
  const isWatched = rules.some(({ enabled }) => enabled)
  return isWatched
    ? { text: t('alerts.answer.none'), tone: 'covered' }
    : { text: t('alerts.answer.noRules'), tone: 'unknown' }
}
