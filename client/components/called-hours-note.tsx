import type { ReactElement } from 'react'

import { useTranslate } from '../lib/i18n/locale-context.tsx'
import { NoticeBar } from './states/notice-bar.tsx'

interface CalledHoursNoteProps {
  /** Nothing is said of one that calls nobody. */
  readonly queue: { readonly calledRegion: { readonly timezone: string } | null } | undefined
}

/** Says that the law keeps a queue's calls within the hours of those who are called. */
export function CalledHoursNote({ queue }: CalledHoursNoteProps): ReactElement | null {
  const t = useTranslate()
  const region = queue?.calledRegion ?? null
  if (region === null) return null
  const zone = region.timezone.replaceAll('_', ' ')
  return <NoticeBar kind="law" text={t('called.notice', { zone })} />
}
