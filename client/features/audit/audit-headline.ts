import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { AuditRecord } from './use-audit.ts'

/** Who changed what, and when? The latest change, within what the record is narrowed to. */
export function auditAnswer(
  records: readonly Pick<AuditRecord, 'at' | 'actorName'>[],
  format: Format,
  t: Translate,
): Answer {
  const [latest] = records
  if (latest === undefined) return { text: t('audit.answer.none'), tone: 'unknown' }
  const when = format.dateTime(Date.parse(latest.at))
  return { text: t('audit.answer', { who: latest.actorName, when }), tone: 'covered' }
}
