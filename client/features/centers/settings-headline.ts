import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { isRoundTheClock, type OpeningWeek } from './opening-hours.ts'

/** By which rules does the centre work? What it promises, and how many of its queues never close. */
export function settingsAnswer(
  center: { readonly asaLowerSeconds: number; readonly asaTargetSeconds: number },
  queues: readonly { readonly openingHours: OpeningWeek }[],
  t: Translate,
): Answer {
  if (queues.length === 0) return { text: t('settings.answer.noQueues'), tone: 'unknown' }
  const always = queues.filter(({ openingHours }) => openingHours.every(isRoundTheClock))
  return {
    text: t('settings.answer', {
      lower: center.asaLowerSeconds,
      target: center.asaTargetSeconds,
      queues: queues.length,
      always: always.length,
    }),
    tone: 'covered',
  }
}
