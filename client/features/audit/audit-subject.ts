import type { Locale } from '../../lib/i18n/catalogue.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { Reader } from './audit-values.ts'
import type { AuditRecord } from './use-audit.ts'

/**
 * What, and whom, a record is about: what the row is called now, or was called in the record if it is
 * gone, and the person it belongs to. Null where neither has a name.
 */
export function subjectName(record: AuditRecord, { locale, t, names }: Reader): string | null {
  const { entityId, operatorId } = record
  const own = names(entityId) ?? ruleName(record, t) ?? nameInRecord(record, locale)
  const person = operatorId === null ? null : names(operatorId)
  const parts = [...new Set([own, person])].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}

/** A rule of law goes by its article; one of the centre's own has none. */
function ruleName({ entity, before, after }: AuditRecord, t: Translate): string | null {
  const article: unknown = { ...before, ...after }['article']
  if (entity !== 'labour_rule' || typeof article !== 'string') return null
  if (article === '') return t('law.own')
  return /^\d/u.test(article) ? t('law.article', { article }) : null
}

const CALLED = ['full_name', 'name', 'title', 'file_name', 'email', 'code'] as const

function nameInRecord({ before, after }: AuditRecord, locale: Locale): string | null {
  const row: Readonly<Record<string, unknown>> = { ...before, ...after }
  for (const key of CALLED) {
    const value = row[key]
    if (typeof value === 'string') return value
    if (isText3(value)) return value[locale]
  }
  return null
}

function isText3(value: unknown): value is Readonly<Record<Locale, string>> {
  return typeof value === 'object' && value !== null && 'kk' in value && 'ru' in value
}
