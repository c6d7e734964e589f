import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../lib/i18n/locale-context.tsx'
import { usePlanningSearch } from '../lib/use-planning-search.ts'
import { NoticeBar } from './states/notice-bar.tsx'

interface OldVersionNoteProps {
  readonly shown: number
  readonly latest: number
}

/** Says that a later version is there, and leads to it. */
export function OldVersionNote({ shown, latest }: OldVersionNoteProps): ReactElement {
  const t = useTranslate()
  const [, change] = usePlanningSearch()
  return (
    <NoticeBar
      kind="stale"
      text={t('version.old', { version: shown, latest })}
      action={
        <Button variant="default" onClick={() => change({ version: undefined, week: undefined })}>
          {t('version.latest')}
        </Button>
      }
    />
  )
}
