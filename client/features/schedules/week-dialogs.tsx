import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { PublishDialog } from './publish/publish-dialog.tsx'
import type { ScheduleWeekProps } from './schedule-week-props.ts'
import { ShiftDialogs } from './shift/shift-dialogs.tsx'
import { spanText } from './shift/span-text.ts'
import { coverageAnswer, isPromiseKept } from './shortages/coverage-headline.ts'
import { ShortagePanel } from './shortages/shortage-panel.tsx'
import { SurplusPanel } from './shortages/surplus-panel.tsx'
import type { ScheduleWeekDesk } from './use-schedule-week.ts'

interface WeekDialogsProps extends Pick<ScheduleWeekProps, 'queues' | 'schedule' | 'onPublished'> {
  readonly desk: ScheduleWeekDesk
}

/** What is open over the week: a shift, a new one, the publication. */
export function WeekDialogs(props: WeekDialogsProps): ReactElement {
  const { desk, queues, schedule } = props
  const { view, edits } = desk
  const t = useTranslate()
  const format = useFormat()
  return (
    <>
      <ShiftDialogs
        opened={desk.opened}
        view={view}
        grid={edits.grid}
        queues={queues}
        isReadOnly={desk.isReadOnly}
        onEdit={edits.edit}
        onAbsent={
          desk.canMend
            ? (start) => {
                desk.open(null)
                desk.repair.open(start)
              }
            : null
        }
        onClose={() => desk.open(null)}
      />
      <AskedPanel desk={desk} queues={queues} />
      {desk.isPublishing && (
        <PublishDialog
          schedule={schedule}
          when={spanText(view, format)}
          peopleCount={view.rows.filter(({ shifts }) => shifts.length > 0).length}
          answer={
            coverageAnswer(view.coverage.overall, { t, format }, isPromiseKept(edits.grid.schedule))
              .text
          }
          violations={view.violations}
          onShow={desk.show}
          onDone={props.onPublished}
          onClose={() => desk.setPublishing(false)}
        />
      )}
    </>
  )
}

/** Why an interval is short, or has too many. */
function AskedPanel({
  desk,
  queues,
}: Pick<WeekDialogsProps, 'desk' | 'queues'>): ReactElement | null {
  const { asked, edits, isReadOnly } = desk
  if (asked === null) return null
  const shared = {
    grid: edits.grid,
    isReadOnly,
    onEdit: edits.edit,
    onClose: desk.stopAsking,
  }
  const { queueId, atMs } = asked
  return queueId === null ? (
    <SurplusPanel {...shared} atMs={atMs} />
  ) : (
    <ShortagePanel {...shared} asked={{ queueId, atMs }} queues={queues} />
  )
}
