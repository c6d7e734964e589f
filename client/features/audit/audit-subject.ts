import type { Locale } from '../../lib/i18n/catalogue.ts'
import type { Reader } from './audit-values.ts'
import type { AuditRecord } from './use-audit.ts'

/**
 * What, and whom, a record is about: what the row is called now, or was called in the record if it is
 * gone, and the person it belongs to. Null where neither has a name.
 */
export function subjectName(record: AuditRecord, { locale, names }: Reader): string | null {
  const { entityId, operatorId } = record
  const own = names(entityId) ?? nameInRecord(record, locale)
  const person = operatorId === null ? null : names(operatorId)
  const parts = [...new Set([own, person])].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
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
