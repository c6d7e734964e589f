import { NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { FailedState } from '../../../components/states/failed-state.tsx'
import { fetchClient } from '../../../lib/api.ts'
import { useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { usePlanningSearch } from '../../../lib/use-planning-search.ts'
import { Refused } from '../refused.ts'
import type { ShiftView } from '../shift-grid/shift-grid-model.ts'
import type { Grid, ShiftEdit } from './shift-edit.ts'
import { useMayPlace } from './use-may-place.ts'
import type { WorkPlace } from './work-place.ts'

import styles from './shift-panel.module.css'

interface WorkPlaceFieldProps {
  readonly shift: ShiftView
  readonly grid: Grid
  readonly isReadOnly: boolean
  readonly onEdit: (edit: ShiftEdit) => void
}

/**
 * Where the shift is worked, for whoever may work at home that day: in a draft as any other change, in what is
 * published by a new version, which a supervisor may make too.
 */
export function WorkPlaceField(props: WorkPlaceFieldProps): ReactElement | null {
  const { shift, grid, isReadOnly, onEdit } = props
  const published = usePublishedPlace(grid)
  if (!useMayPlace(props)) return null
  return (
    <div className={styles['place']}>
      <PlaceSelect
        shift={shift}
        isBusy={published.isBusy}
        hint={isReadOnly ? 'shift.place.newVersion' : null}
        onChange={(workPlace) =>
          isReadOnly
            ? published.set(shift, workPlace)
            : onEdit({ kind: 'workPlace', shiftId: shift.id, workPlace })
        }
      />
      {published.error instanceof Refused && <FailedState problem={published.error.problem} />}
    </div>
  )
}

interface PlaceSelectProps extends Pick<WorkPlaceFieldProps, 'shift'> {
  readonly isBusy: boolean
  readonly hint: 'shift.place.newVersion' | null
  readonly onChange: (workPlace: WorkPlace | null) => void
}

function PlaceSelect({ shift, isBusy, hint, onChange }: PlaceSelectProps): ReactElement {
  const t = useTranslate()
  const { byRecord, set, mayBeHome } = shift.place
  return (
    <NativeSelect
      label={t('shift.place')}
      disabled={isBusy}
      value={set ?? 'record'}
      {...(hint === null ? {} : { description: t(hint) })}
      data={[
        {
          value: 'record',
          label: t('shift.place.byRecord', { place: t(`workPlace.${byRecord}`) }),
        },
        { value: 'office', label: t('workPlace.office') },
        { value: 'home', label: t('workPlace.home'), disabled: !mayBeHome },
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange(value === 'office' || value === 'home' ? value : null)
      }
    />
  )
}

/** Sets the place of a published shift; the page then shows the new version, at the same shift. */
function usePublishedPlace({ schedule }: Grid) {
  const queries = useQueryClient()
  const [, changeSearch] = usePlanningSearch()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (order: {
      readonly shift: ShiftView
      readonly workPlace: WorkPlace | null
    }): Promise<Grid> => {
      const { data, error: problem } = await fetchClient.PUT(
        '/api/v1/schedules/{scheduleId}/shifts/{shiftId}/work-place',
        {
          params: { path: { scheduleId: schedule.id, shiftId: order.shift.id } },
          body: { workPlace: order.workPlace },
        },
      )
      if (data === undefined) throw new Refused(problem)
      return data
    },
    onSuccess: async (grid, { shift }) => {
      const { version } = grid.schedule
      const again = grid.shifts.find(
        ({ operatorId, startsAt }) =>
          operatorId === shift.personId && Date.parse(startsAt) === shift.startMs,
      )
      await queries.invalidateQueries()
      changeSearch({ version, shift: again?.id })
    },
  })
  return {
    isBusy: isPending,
    error,
    set: (shift: ShiftView, workPlace: WorkPlace | null) => mutate({ shift, workPlace }),
  }
}
