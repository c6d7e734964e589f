import type { components } from '../../api/schema.d.ts'
import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

type Notice = Pick<components['schemas']['Notice'], 'version' | 'readVersion' | 'withdrawnAt'>

/** In force, and not read as it is now. */
export function isUnread({ version, readVersion, withdrawnAt }: Notice): boolean {
  return withdrawnAt === null && readVersion !== version
}

export function noticesAnswer(notices: readonly Notice[], t: Translate): Answer {
  if (notices.length === 0) return { text: t('notices.none'), tone: 'unknown' }
  const unread = notices.filter((one) => isUnread(one)).length
  return { text: t('notices.answer', { count: unread }), tone: 'covered' }
}
