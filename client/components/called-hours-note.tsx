import type { ReactElement } from 'react'

import { useTranslate } from '../lib/i18n/locale-context.tsx'
import { NoticeBar } from './states/notice-bar.tsx'

interface CalledHoursNoteProps {
  /** Of a queue that calls people; nothing is said of any other. */
  readonly region: { readonly timezone: string } | null | undefined
}

/** Says that the law keeps a queue's calls within the hours of those who are called. */
export function CalledHoursNote({ region }: CalledHoursNoteProps): ReactElement | null {
  const t = useTranslate()
  if (region === null || region === undefined) return null
  const zone = region.timezone.replaceAll('_', ' ')
  return <NoticeBar kind="law" text={t('called.notice', { zone })} />
}
