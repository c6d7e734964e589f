import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import { type Exception, groupExceptions } from './exceptions.ts'

/** Whose absence waits for an answer? */
export function exceptionsAnswer(
  exceptions: readonly Exception[],
  { t, format }: { readonly t: Translate; readonly format: Format },
): Answer {
  const waiting = groupExceptions(exceptions.filter(({ status }) => status === 'requested'))
  const oldest = waiting.at(-1)?.first
  if (oldest === undefined) return { text: t('exceptions.answer.none'), tone: 'covered' }
  const time = format.weekdayTime(Date.parse(oldest.requestedAt))
  return { text: t('exceptions.answer.waiting', { count: waiting.length, time }), tone: 'unknown' }
}
