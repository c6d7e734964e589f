import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { UsedValue } from './use-used-values.ts'

interface Words {
  readonly t: Translate
  readonly format: Format
}

/** A value of one of the names, as people say it. */
function valueText(name: UsedValue['name'], value: number, { t, format }: Words): string {
  if (name === 'handleSeconds') return format.seconds(value)
  if (name === 'patienceSeconds') {
    return t('unit.minutesValue', { minutes: format.number(value / 60, 1) })
  }
  return format.percent(value)
}

/** `3.6 min (3.3 min – 3.9 min)`, or that history cannot tell. */
export function learnedText({ name, learned, low, high }: UsedValue, words: Words): string {
  if (learned === null) return words.t('requirement.values.cannotTell')
  const value = valueText(name, learned, words)
  if (low === null || high === null) return value
  return `${value} (${valueText(name, low, words)} – ${valueText(name, high, words)})`
}

/** What the requirement reckoned with, and what is set by now where that is another value. */
export function usedText({ name, used, setting }: UsedValue, words: Words): string {
  const text = used === null ? words.t('requirement.values.without') : valueText(name, used, words)
  const isChanged = name !== 'handleSeconds' && name !== 'redialShare' && setting !== used
  if (!isChanged || setting === null) return text
  return words.t('requirement.values.setNow', { used: text, now: valueText(name, setting, words) })
}

/** What a difference means for the people of the schedule; empty where nothing differs. */
export function differenceText(
  { name, differs, peopleFactor, used, learned }: UsedValue,
  { t, format }: Words,
): string {
  if (!differs) return ''
  if (peopleFactor !== null) {
    return t('requirement.values.people', {
      percent: `${format.signed((peopleFactor - 1) * 100, 1)}%`,
    })
  }
  if (name === 'patienceSeconds' && used === null) return t('requirement.values.nobodyGivesUp')
  const isMore = (learned ?? 0) > (used ?? 0)
  return t(isMore ? 'requirement.values.more' : 'requirement.values.less')
}

/** The names of what differs; null where nothing does. */
export function valuesAnswer(values: readonly UsedValue[], { t }: Words): string | null {
  const names = values
    .filter(({ differs }) => differs)
    .map(({ name }) => t(`requirement.values.${name}`))
  return names.length === 0
    ? null
    : t('requirement.values.differ', { list: names.join(', '), count: names.length })
}
