import type { ReactElement } from 'react'

import { ZoomControl } from '../../components/time-axis/zoom-control.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { BoundSection } from './bound/bound-section.tsx'
import { RulePricesSection } from './bound/rule-prices-section.tsx'
import { PartNews, WeekPart } from './part/week-part.tsx'
import { SchedulePrint } from './print/schedule-print.tsx'
import { PromisedWait } from './promise/promised-wait.tsx'
import { WeekRepair } from './repair/week-repair.tsx'
import { ScheduleNotices } from './schedule-notices.tsx'
import { ScheduleToolbar } from './schedule-toolbar.tsx'
import type { ScheduleWeekProps } from './schedule-week-props.ts'
import { QueueShortages } from './shortages/queue-shortages.tsx'
import { useScheduleWeek } from './use-schedule-week.ts'
import { useWeekScale } from './use-week-scale.ts'
import { ViolationList } from './violation-list.tsx'
import { WeekDialogs } from './week-dialogs.tsx'
import { WeekHeadline } from './week-headline.tsx'
import { WeekPeople } from './week-people.tsx'

/** A version of a week: is it covered, who works when, what does it break, and all that changes it. */
export function ScheduleWeek(props: ScheduleWeekProps): ReactElement {
  const { ref, ...scaled } = useWeekScale(props.week)
  const desk = useScheduleWeek(props, scaled)
  const { edits, view, scale } = desk
  const { revision } = edits.grid.schedule
  const { canExplain } = useAbilities()
  return (
    <div ref={ref}>
      <WeekHeadline {...props} desk={desk} />
      {props.choices}
      {props.above}
      <ScheduleNotices
        {...props}
        refusal={edits.refusal}
        onMend={desk.canMend ? () => desk.repair.open({ reason: 'requirement' }) : null}
      />
      {edits.grid.schedule.wait !== null && (
        <PromisedWait wait={edits.grid.schedule.wait} queues={props.queues} />
      )}
      <PartNews desk={desk} />
      <ScheduleToolbar
        filter={desk.filter}
        sites={[...new Set(view.rows.map(({ site }) => site))]}
        teams={[...new Set(view.rows.flatMap(({ team }) => team ?? []))]}
        queues={props.queues}
        onFilter={desk.onFilter}
        {...(desk.isReadOnly ? {} : { undo: edits.undo, redo: edits.redo })}
        zoom={
          desk.isList ? null : (
            <ZoomControl hourWidthPx={scale.hourWidthPx} onChange={desk.zoomTo} />
          )
        }
      />
      <WeekPeople {...props} desk={desk} />
      <WeekRepair {...props} desk={desk} />
      <WeekPart {...props} desk={desk} />
      <ViolationList violations={view.violations} onShow={desk.show} />
      <QueueShortages
        queues={props.queues}
        coverage={view.coverage}
        week={props.week}
        chosen={props.queueId}
        onChoose={props.onQueue}
        onAsk={desk.ask}
      />
      {canExplain && <BoundSection scheduleId={props.schedule.id} revision={revision} />}
      {canExplain && (
        <RulePricesSection
          scheduleId={props.schedule.id}
          revision={revision}
          queues={props.queues}
        />
      )}
      {props.below}
      <WeekDialogs {...props} desk={desk} />
      <SchedulePrint {...props} scale={scale} rows={desk.rows} />
    </div>
  )
}
