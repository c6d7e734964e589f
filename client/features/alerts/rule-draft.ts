import type { operations } from '../../api/schema.d.ts'
import type { AlertRule } from './alert-text.ts'

type NewAlertRule = operations['addAlertRule']['requestBody']['content']['application/json']

export const ALERT_KINDS = ['wait', 'lost', 'staffing', 'feed_silent', 'person_out'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** Kinds that look at predictions, and so some time ahead. */
export const PREDICTED_KINDS: ReadonlySet<AlertKind> = new Set(['wait', 'lost', 'staffing'])

/** What most centres begin with: the promise of п. 26 an hour ahead, and what nobody should overlook. */
export const USUAL_RULES: readonly NewAlertRule[] = [
  { kind: 'wait', threshold: 60, aheadMinutes: 60 },
  { kind: 'staffing', threshold: 2, aheadMinutes: 60 },
  { kind: 'feed_silent', threshold: 180 },
  { kind: 'person_out', threshold: 10 },
]

/** What the form says, as it was typed. */
export interface RuleDraft {
  readonly kind: AlertKind
  readonly threshold: string
  readonly aheadMinutes: string
  /** `22:00`, or empty. */
  readonly quietFrom: string
  readonly quietTo: string
  /** Users who are mailed. */
  readonly mailTo: readonly string[]
}

export const EMPTY_RULE: RuleDraft = {
  kind: 'wait',
  threshold: '60',
  aheadMinutes: '60',
  quietFrom: '',
  quietTo: '',
  mailTo: [],
}

const PERCENT = 100

/** @returns undefined while something is missing or out of its range */
export function ruleOf(draft: RuleDraft): NewAlertRule | undefined {
  const { kind, quietFrom, quietTo } = draft
  const threshold = Number(draft.threshold.replace(',', '.'))
  const aheadMinutes = Number(draft.aheadMinutes)
  if (draft.threshold.trim() === '' || !(threshold >= 0)) return undefined
  if (kind === 'lost' && threshold > PERCENT) return undefined
  if (!Number.isInteger(aheadMinutes) || aheadMinutes < 15 || aheadMinutes > 480) return undefined
  const [fromMinutes, toMinutes] = [minutesOf(quietFrom), minutesOf(quietTo)]
  if ((fromMinutes === undefined) !== (toMinutes === undefined)) return undefined
  return {
    kind,
    threshold: kind === 'lost' ? threshold / PERCENT : threshold,
    aheadMinutes,
    quiet: fromMinutes === undefined || toMinutes === undefined ? null : { fromMinutes, toMinutes },
    mailTo: [...draft.mailTo],
  }
}

/** Shares are typed and shown as per cents. */
export function shownThreshold({ kind, threshold }: Pick<AlertRule, 'kind' | 'threshold'>): number {
  return kind === 'lost' ? threshold * PERCENT : threshold
}

/** `22:00` of minutes from midnight. */
export function wallClock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
