import { clockOf } from '../../lib/clock-minutes.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { ContractTerms, NewShape } from './use-working-time.ts'

interface Words {
  readonly t: Translate
  readonly format: Pick<Format, 'duration' | 'number'>
}

/** `9 ч, оплачивается 8 ч; начало с 06:00 до 23:00, шаг 30 мин` */
export function shapeWords(shape: NewShape, { t, format }: Words): string {
  const unpaid = shape.breaks
    .filter(({ kind }) => kind !== 'rest')
    .reduce((minutes, { lengthMinutes }) => minutes + lengthMinutes, 0)
  const { startFromMinutes: from, startToMinutes: to, startStepMinutes: step } = shape
  const lengths = t('workingTime.shape.lengths', {
    span: format.duration(shape.spanMinutes * 60),
    paid: format.duration((shape.spanMinutes - unpaid) * 60),
  })
  const starts =
    from === to
      ? t('workingTime.shape.startsAt', { at: clockOf(from) })
      : t('workingTime.shape.startsWithin', {
          from: clockOf(from),
          to: clockOf(to),
          step: format.duration(step * 60),
        })
  return `${lengths}; ${starts}`
}

/** `отдых 15 мин через 1:15–2:15; обед 60 мин через 3:00–4:00` */
export function breakWords({ breaks }: Pick<NewShape, 'breaks'>, { t, format }: Words): string {
  if (breaks.length === 0) return t('workingTime.shape.noBreaks')
  return breaks
    .map(({ kind, lengthMinutes, fromMinutes, toMinutes }) =>
      t(`workingTime.break.${kind}.words`, {
        length: format.duration(lengthMinutes * 60),
        from: offset(fromMinutes),
        to: offset(toMinutes),
      }),
    )
    .join('; ')
}

/** `1:15` after the start of the shift. */
function offset(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** `40 ч в неделю, не больше 8 ч в день и 40 ч в неделю` */
export function termsWords(terms: ContractTerms, { t, format }: Words): string {
  return t('workingTime.contract.words', {
    target: format.duration(terms.weekTargetPaidMinutes * 60),
    day: format.duration(terms.dayMaxPaidMinutes * 60),
    week: format.duration(terms.weekMaxPaidMinutes * 60),
  })
}

/** `отдых 12 ч между сменами и 42 ч в неделю, подряд не больше 6 дней и 4 ночей` */
export function restWords(terms: ContractTerms, { t, format }: Words): string {
  return t('workingTime.contract.rest', {
    between: format.duration(terms.minRestMinutes * 60),
    weekly: format.duration(terms.weeklyRestMinutes * 60),
    days: terms.maxConsecutiveDays,
    nights: terms.maxConsecutiveNights,
  })
}
