import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { EmptyState } from '../../components/states/page-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { DayList } from './day-list.tsx'
import { EVERYBODY } from './row-filter.ts'
import type { ScheduleWeekProps } from './schedule-week-props.ts'
import type { ScheduleWeekDesk } from './use-schedule-week.ts'
import { WeekGrid } from './week-grid.tsx'

interface WeekPeopleProps extends Pick<ScheduleWeekProps, 'queues' | 'queueId'> {
  readonly desk: ScheduleWeekDesk
}

/** Who works when: on a wide page people by time, on a telephone a day at a time. */
export function WeekPeople({ desk, queues, queueId }: WeekPeopleProps): ReactElement {
  const [day, setDay] = useState(0)
  const shared = {
    scale: desk.scale,
    rows: desk.rows,
    coverage: desk.coverage,
    violations: desk.view.violations,
    isReadOnly: desk.isReadOnly,
    onOpen: (shiftId: string) => desk.open({ kind: 'shift', shiftId }),
    onAdd: (personId: string, dayMs: number) => desk.open({ kind: 'add', personId, dayMs }),
  }
  if (desk.rows.length === 0) return <Nobody desk={desk} />
  if (desk.isList) return <DayList {...shared} day={day} onDay={setDay} />
  return (
    <WeekGrid
      {...shared}
      grid={desk.grid}
      queues={queues}
      queueId={queueId}
      shown={desk.shown}
      onAsk={desk.ask}
      onEdit={desk.edits.edit}
    />
  )
}

/** The filter leaves nobody: says so, and takes it off. */
function Nobody({ desk }: Pick<WeekPeopleProps, 'desk'>): ReactElement {
  const t = useTranslate()
  return (
    <EmptyState
      title={t('filter.nobody')}
      nextStep={t('filter.nobody.next')}
      action={
        <Button variant="default" onClick={() => desk.onFilter(EVERYBODY)}>
          {t('filter.everybody')}
        </Button>
      }
    />
  )
}
