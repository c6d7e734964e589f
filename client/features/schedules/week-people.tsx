import { type ReactElement, useState } from 'react'

import { DayList } from './day-list.tsx'
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
  if (desk.isList) return <DayList {...shared} day={day} onDay={setDay} />
  return (
    <WeekGrid
      {...shared}
      grid={desk.edits.grid}
      queues={queues}
      queueId={queueId}
      shown={desk.shown}
      onEdit={desk.edits.edit}
    />
  )
}
