import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { useToday } from '../../../lib/use-today.ts'
import { toReplacements } from '../proposal/plan-proposal.ts'
import { ProposalBar } from '../proposal/proposal-bar.tsx'
import { useKeepProposal } from '../proposal/use-keep-proposal.ts'
import type { ScheduleWeekProps } from '../schedule-week-props.ts'
import { spanText } from '../shift/span-text.ts'
import type { ScheduleWeekDesk } from '../use-schedule-week.ts'
import { newerRequirement } from '../versions/schedule-versions.ts'
import { RepairPanel } from './repair-panel.tsx'
import { repairTitle } from './repair-title.ts'

interface WeekRepairProps extends Pick<ScheduleWeekProps, 'schedule' | 'requirements'> {
  readonly desk: ScheduleWeekDesk
}

/** Mending the week: the question with its options, or the option that the week shows. */
export function WeekRepair({ desk, schedule, requirements }: WeekRepairProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const today = useToday()
  const { repair, edits } = desk
  const kept = useKeepProposal(schedule, repair.close)
  const { shown } = repair
  if (shown !== null) {
    const keep = (): void => {
      const changes = { kind: 'many', changes: toReplacements(shown), ...repair.wish } as const
      if (schedule.status !== 'draft') return kept.keep(changes)
      edits.edit(changes)
      repair.close()
    }
    return (
      <ProposalBar
        title={repairTitle(shown, edits.grid, t)}
        proposal={shown}
        grid={edits.grid}
        isKeeping={kept.isKeeping}
        onKeep={keep}
        onDrop={() => repair.show(null)}
        dropLabel={t('repair.otherOptions')}
        {...(schedule.status === 'draft' ? {} : { note: t('proposal.published') })}
      />
    )
  }
  if (repair.start === null) return null
  return (
    <RepairPanel
      desk={repair}
      grid={edits.grid}
      when={spanText(desk.view, format)}
      today={today}
      newerRequirementId={newerRequirement(schedule, requirements)?.id ?? null}
    />
  )
}
