import { clockOf } from '../../lib/clock-minutes.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { PlannerRule, RuleDefinition, RuleNames } from './use-rules.ts'

export interface RuleReader {
  readonly t: Translate
  readonly format: Pick<Format, 'duration' | 'number'>
  readonly locale: Locale
  readonly names: RuleNames
  readonly queues: readonly { readonly id: string; readonly name: string }[]
}

/** What a rule asks for, as a sentence. */
export function ruleWords(definition: RuleDefinition, reader: RuleReader): string {
  const { t, format } = reader
  const time = (minutes: number): string => format.duration(minutes * 60)
  switch (definition.kind) {
    case 'shifts_of_kind':
      return t(`rules.words.shifts_of_kind.${definition.per}`, {
        shapes: definition.shapes.join(', '),
        limits: limitWords(definition, t),
      })
    case 'working_days_in_a_row':
    case 'days_off_in_a_row':
    case 'weekends_worked':
      return t(`rules.words.${definition.kind}`, { limits: limitWords(definition, t) })
    case 'forbidden_succession':
      return t('rules.words.forbidden_succession', {
        first: definition.first.join(', '),
        next: definition.next.join(', '),
      })
    case 'start_spread':
      return t('rules.words.start_spread', { time: time(definition.maxMin) })
    case 'rotation':
      return t('rules.words.rotation', {
        cycle: definition.cycle.map((week) => week.join('/')).join(' → '),
      })
    case 'works_with':
      return t('rules.words.works_with', {
        name: personName(definition.otherId, reader),
        time: time(definition.minOverlapMin),
      })
    case 'people_on_shift':
      return t(`rules.words.people_on_shift${definition.place === 'office' ? '.office' : ''}`, {
        days: dayWords(definition.weekdays, reader),
        from: clockOf(definition.fromMin),
        to: clockOf(definition.toMin),
        limits: limitWords(definition, t),
      })
  }
}

/** `не меньше 1 и не больше 3` */
function limitWords(
  { min, max }: { readonly min?: number; readonly max?: number },
  t: Translate,
): string {
  if (max === undefined) return t('rules.words.min', { min: min ?? 0 })
  return min === undefined ? t('rules.words.max', { max }) : t('rules.words.between', { min, max })
}

function dayWords(weekdays: readonly number[] | undefined, { t, locale }: RuleReader): string {
  if (weekdays === undefined) return t('rules.words.everyDay')
  return weekdays.map((day) => DATE_NAMES[locale].weekdaysShort[day] ?? '').join(', ')
}

/** Whom it judges: `для всех`, or the names that it gives. */
export function scopeWords({ for: scope }: RuleDefinition, reader: RuleReader): string {
  const { t, names, queues, locale } = reader
  const parts = [
    (scope.operatorIds ?? []).map((id) => personName(id, reader)),
    (scope.contracts ?? []).map(
      (code) => names.contracts.find((one) => one.code === code)?.name[locale] ?? code,
    ),
    (scope.sites ?? []).map(
      (code) => names.sites.find((one) => one.code === code)?.name[locale] ?? code,
    ),
    (scope.queueIds ?? []).map((id) => queues.find((one) => one.id === id)?.name ?? id),
  ].filter((list) => list.length > 0)
  if (parts.length === 0) return t('rules.scope.all')
  return parts.map((list) => list.join(', ')).join(' · ')
}

function personName(id: string, { names, t }: RuleReader): string {
  return names.operators.find((one) => one.id === id)?.name ?? t('rules.person.gone')
}

/** Whether it must be kept, or what a breach costs. */
export function weightWords({ weight }: Pick<PlannerRule, 'weight'>, reader: RuleReader): string {
  const { t, format } = reader
  return weight === null
    ? t('rules.hard')
    : t('rules.soft', { weight: format.number(weight, Number.isInteger(weight) ? 0 : 1) })
}
