import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { type Requirement, type Schedule, staleness } from './versions/schedule-versions.ts'

interface ScheduleNoticesProps {
  readonly schedule: Schedule
  readonly requirements: readonly Requirement[]
  readonly refusal: ProblemView | null
  readonly onGenerate: (() => void) | null
  /** Fits the schedule to the newer requirement with few changes; null when the reader may not. */
  readonly onMend: (() => void) | null
}

/** What has to be known before the week is read: published, overtaken, out of date, refused. */
export function ScheduleNotices(props: ScheduleNoticesProps): ReactElement {
  const { schedule, requirements, refusal, onGenerate, onMend } = props
  const t = useTranslate()
  const format = useFormat()
  const stale = schedule.status === 'superseded' ? null : staleness(schedule, requirements)
  return (
    <>
      {refusal !== null && <FailedState problem={refusal} />}
      {schedule.status !== 'draft' && (
        <NoticeBar
          kind="readOnly"
          text={t(`schedule.readOnly.${schedule.status}`, {
            by: schedule.publishedBy ?? '',
            at: format.dateTime(Date.parse(schedule.publishedAt ?? schedule.madeAt)),
          })}
        />
      )}
      {stale !== null && (
        <NoticeBar
          kind="stale"
          text={t(`schedule.stale.${stale}`)}
          action={
            stale === 'newerRequirement' && onGenerate !== null ? (
              <>
                {onMend !== null && (
                  <Button variant="default" onClick={onMend}>
                    {t('repair.fit')}
                  </Button>
                )}
                <Button variant="default" onClick={onGenerate}>
                  {t('schedule.generate')}
                </Button>
              </>
            ) : undefined
          }
        />
      )}
    </>
  )
}
