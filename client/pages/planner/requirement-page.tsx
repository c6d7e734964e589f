import type { ReactElement } from 'react'

import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { QueueChoice } from '../../components/queue-choice.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { requirementColumns } from '../../features/staffing/requirement-columns.ts'
import { requirementAnswer } from '../../features/staffing/requirement-headline.ts'
import { useRequirement } from '../../features/staffing/use-requirement.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { usePlanningWeek } from '../../lib/use-planning-week.ts'
import { useQueues } from '../../lib/use-queues.ts'

/** How many operators each interval of the planned week needs, and which target decides. */
export function RequirementPage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { queues, queueId, choose } = useQueues()
  const { requirement, points, isPending, error } = useRequirement(queueId, usePlanningWeek())
  const question = t('requirement.question')
  return (
    <>
      <PageHeadline
        question={question}
        answer={points.length === 0 ? null : requirementAnswer(points, { t, format })}
        actions={<QueueChoice label={question} queues={queues} value={queueId} onChange={choose} />}
      />
      {error !== null && <FailedState problem={error} />}
      {isPending && <LoadingState shape="table" />}
      {!isPending && requirement === undefined && (
        <EmptyState title={t('requirement.empty')} nextStep={t('requirement.empty.next')} />
      )}
      {points.length > 0 && (
        <IntervalTable
          label={question}
          columns={requirementColumns(t, format)}
          rows={points}
          rowKey={({ startMs }) => String(startMs)}
          maxHeightPx={640}
        />
      )}
    </>
  )
}
