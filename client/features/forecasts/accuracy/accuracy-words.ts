import type { Format } from '../../../lib/i18n/format.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'
import { signedPercent } from '../signed-percent.ts'
import type { Accuracy } from './use-accuracy.ts'

interface Words {
  readonly t: Translate
  readonly format: Format
}

/** How far off a week ahead, beside the rule of thumb; null before anything has come true. */
export function triedAnswer({ byLag }: Accuracy, { t, format }: Words): string | null {
  const [first] = byLag
  const days = byLag.find(({ weekAhead, step }) => weekAhead === first?.weekAhead && step === 'day')
  if (days === undefined || days.wapeFinal === null) return null
  const known = { final: format.percent(days.wapeFinal), days: days.stretches }
  return days.wapeNaive === null
    ? t('accuracy.answer.alone', known)
    : t('accuracy.answer', { ...known, naive: format.percent(days.wapeNaive) })
}

/** Errors that differ by less are told as the same. */
const SAME = 0.0005

/** What changes by hand were worth; null without any that has come true. */
export function judgementText({ judgement }: Accuracy, { t, format }: Words): string | null {
  if (judgement === null || judgement.wapeFinal === null || judgement.wapeEngine === null) {
    return null
  }
  const gain = judgement.wapeEngine - judgement.wapeFinal
  const verdict = Math.abs(gain) < SAME ? 'same' : gain > 0 ? 'helped' : 'harmed'
  return t('accuracy.judgement', {
    days: judgement.stretches,
    final: format.percent(judgement.wapeFinal),
    engine: format.percent(judgement.wapeEngine),
    verdict: t(`accuracy.judgement.${verdict}`),
  })
}

/** That the forecast leans to one side, beyond chance; null while it does not. */
export function driftText({ drift }: Accuracy, { t, format }: Words): string | null {
  if (!drift.isDrifting) return null
  const bias = signedPercent(drift.recentBias ?? 0, format)
  return t(drift.signal > 0 ? 'accuracy.drift.more' : 'accuracy.drift.fewer', { bias })
}
