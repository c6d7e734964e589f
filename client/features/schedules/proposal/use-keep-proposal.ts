import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { showUndo } from '../../../components/undo-toast.tsx'
import { fetchClient } from '../../../lib/api.ts'
import { useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { usePlanningSearch } from '../../../lib/use-planning-search.ts'
import { Refused } from '../refused.ts'
import type { Grid, ManyChanges } from '../shift/shift-edit.ts'
import { type ChangedPlan, sendMany } from '../use-schedule-edits.ts'

interface KeptProposal {
  readonly keep: (changes: ManyChanges) => void
  readonly isKeeping: boolean
}

/**
 * Keeps a proposal for a published schedule: a new draft version holds it, which the page then shows
 * beside the published one, and which can be dropped.
 */
export function useKeepProposal(schedule: Grid['schedule'], onKept: () => void): KeptProposal {
  const t = useTranslate()
  const queries = useQueryClient()
  const [, changeSearch] = usePlanningSearch()
  const drop = async ({ grid, absenceId }: ChangedPlan): Promise<void> => {
    const { error } = await fetchClient.DELETE('/api/v1/schedules/{scheduleId}', {
      params: {
        path: { scheduleId: grid.schedule.id },
        query: absenceId === null ? {} : { withdrawsAbsenceId: absenceId },
      },
    })
    if (error !== undefined) notifications.show({ color: 'red', message: error.title })
    changeSearch({ version: schedule.version, against: undefined })
    await queries.invalidateQueries()
  }
  const { mutate, isPending } = useMutation({
    mutationFn: (changes: ManyChanges) => sendMany(changes, schedule),
    onSuccess: async (changed) => {
      onKept()
      await queries.invalidateQueries()
      const { version } = changed.grid.schedule
      changeSearch({ version, against: schedule.version })
      showUndo(t, {
        message: t('proposal.newVersion', { version }),
        onUndo: () => void drop(changed),
      })
    },
    onError: (error) => {
      const message = error instanceof Refused ? error.problem.title : t('proposal.failed')
      notifications.show({ color: 'red', message })
      // The schedule was changed or replaced meanwhile: what the page shows is read again.
      void queries.invalidateQueries()
    },
  })
  return { keep: mutate, isKeeping: isPending }
}
