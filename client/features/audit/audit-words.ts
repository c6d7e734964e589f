import { isMessageKey, type MessageKey } from '../../lib/i18n/catalogue.ts'
import type { Translate } from '../../lib/i18n/translate.ts'

/** What a kind of record is called; its own name where it has no other. */
export function entityName(entity: string, t: Translate): string {
  const key = `audit.entity.${entity}`
  return isMessageKey(key) ? t(key) : entity
}

/**
 * What a field is called: as on the page where it is set, if there is one.
 *
 * @param field a column, or a place within it: `asa_target_seconds`, `name.ru`
 */
export function fieldName(entity: string, field: string, t: Translate): string {
  const [column = '', ...rest] = field.split('.')
  const setting = column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const key = firstKey(
    `audit.field.${entity}.${column}`,
    `audit.field.${column}`,
    `settings.${setting}`,
  )
  return [key === null ? column : t(key), ...rest.map((part) => partName(part, t))].join(' · ')
}

const LANGUAGES: Readonly<Record<string, string>> = { kk: 'қаз', ru: 'рус', en: 'eng' }

/** A language of a text, or a term of a schedule's cost; else as it is stored. */
function partName(part: string, t: Translate): string {
  const key = firstKey(`reason.term.${part}`)
  return key === null ? (LANGUAGES[part] ?? part) : t(key)
}

/** Where the pages have words for what a field can hold: there, and not once more here. */
const VALUE_WORDS: Readonly<Record<string, string>> = {
  'absence.kind': 'absence',
  'adherence_exception.kind': 'explain.kind',
  'adherence_exception.status': 'exceptions.status',
  'alert_rule.kind': 'alerts.rule.kind',
  'assessment.method': 'assess.method',
  'assessment.status': 'assess.status',
  'center.assessment_cycle': 'assess.cycle',
  'certificate.kind': 'training.kind',
  'competence.kind': 'catalogue.kind',
  'development_step.way': 'training.way',
  'forecast.status': 'version.status',
  'forecast_override.kind': 'override',
  'history_decision.action': 'quality.action',
  'history_decision.finding': 'quality.finding',
  'holiday.five_day_week': 'calendar.effect',
  'holiday.kind': 'calendar.kind',
  'holiday.six_day_week': 'calendar.effect',
  'objection.about': 'objection.about',
  'operator.kind': 'people.kind',
  'operator.workplace': 'people.workplace',
  'position_profile.function': 'functions',
  'queue.channel': 'channel',
  'remote_work.basis': 'people.remoteWork.basis',
  'requirement.goal': 'requirement.wish.goal',
  'schedule.status': 'version.status',
  'shift.work_place': 'workPlace',
  'shift_request.absence_kind': 'absence',
  'shift_request.status': 'request.status',
  'special_event.kind': 'calendar.event',
  'survey_action.factor': 'surveys.factor',
  'survey_question.factor': 'surveys.factor',
  'test_assignment.outcome': 'tests.outcome',
  'training_session.status': 'training.status',
}

/** The word for one of the few values that a column can hold; null for any other. */
export function valueWord(entity: string, column: string, value: string): MessageKey | null {
  const words = VALUE_WORDS[`${entity}.${column}`]
  return firstKey(...(words === undefined ? [] : [`${words}.${value}`]), `audit.value.${value}`)
}

function firstKey(...keys: readonly string[]): MessageKey | null {
  return keys.find((key) => isMessageKey(key)) ?? null
}
