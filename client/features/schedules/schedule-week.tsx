import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useMemo, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import type { CoverageInterval } from '../../components/requirement-strip/coverage-cells.ts'
import { ZoomControl } from '../../components/time-axis/zoom-control.tsx'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useOfferCommands } from '../../lib/page-commands.ts'
import type { PlanningWeek } from '../../lib/planning-week.ts'
import { toTsv } from '../../lib/tsv.ts'
import { useAbilities } from '../../lib/use-abilities.ts'
import { useNow } from '../../lib/use-now.ts'
import { coverageAnswer } from './coverage-headline.ts'
import { DayList } from './day-list.tsx'
import { type GridView, toGridView } from './grid-view.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { QueueShortages } from './queue-shortages.tsx'
import { EVERYBODY, filteredRows } from './row-filter.ts'
import { ScheduleMenu } from './schedule-menu.tsx'
import { ScheduleNotices } from './schedule-notices.tsx'
import { SchedulePrint } from './schedule-print.tsx'
import { scheduleColumns } from './schedule-table.ts'
import { ScheduleToolbar } from './schedule-toolbar.tsx'
import type { Requirement, Schedule } from './schedule-versions.ts'
import { ShiftDialogs, type OpenShift } from './shift-dialogs.tsx'
import type { Grid } from './shift-edit.ts'
import type { ViolationView } from './shift-grid/shift-grid-model.ts'
import type { GridTarget } from './shift-grid/shift-grid-props.ts'
import { ShiftGrid } from './shift-grid/shift-grid.tsx'
import type { QueueName } from './shift-panel-props.ts'
import { useScheduleEdits } from './use-schedule-edits.ts'
import { useUndoKeys } from './use-undo-keys.ts'
import { useWeekScale } from './use-week-scale.ts'
import { ViolationList } from './violation-list.tsx'

interface ScheduleWeekProps {
  /** As the server last sent it. */
  readonly stored: Grid
  readonly schedule: Schedule
  readonly week: PlanningWeek
  readonly requirements: readonly Requirement[]
  readonly queues: readonly QueueName[]
  readonly centre: string
  /** Whose people and whose strip are shown; null for all. */
  readonly queueId: string | null
  readonly onQueue: (queueId: string | null) => void
  /** Null when the reader may not. */
  readonly onGenerate: (() => void) | null
  readonly onPublished: () => void
  /** Absent when there is nothing to compare with. */
  readonly onCompare?: () => void
  /** Week and version. */
  readonly choices: ReactElement
  /** What stands above the grid: the work under way, a comparison. */
  readonly above: ReactElement
}

/** A version of a week: is it covered, who works when, what does it break, and all that changes it. */
export function ScheduleWeek(props: ScheduleWeekProps): ReactElement {
  const { stored, schedule, week, queueId } = props
  const { locale, t } = useLocale()
  const format = useFormat()
  const edits = useScheduleEdits(stored)
  const view = useMemo(() => toGridView(edits.grid, { locale, t }), [edits.grid, locale, t])
  const [filter, setFilter] = useState(EVERYBODY)
  const [opened, setOpened] = useState<OpenShift | null>(null)
  const [isPublishing, setPublishing] = useState(false)
  const [shown, setShown] = useState<GridTarget | null>(null)
  const [day, setDay] = useState(0)
  const { ref, scale, zoomTo, isList } = useWeekScale(week)
  const nowMs = useNow(60_000)
  const { canPlan } = useAbilities()
  const isReadOnly = schedule.status !== 'draft' || !canPlan
  useUndoKeys(edits.undo, edits.redo)
  useOfferCommands([
    ...(isReadOnly
      ? []
      : [{ id: 'publish', label: t('schedule.publish'), run: () => setPublishing(true) }]),
    { id: 'print', label: t('schedule.print'), run: () => print() },
  ])

  const rows = useMemo(
    () => filteredRows(view.rows, { ...filter, queueId }, week.startMs),
    [view.rows, filter, queueId, week.startMs],
  )
  const coverage = useMemo(() => coverageOf(view, queueId, week), [view, queueId, week])
  const answer = coverageAnswer(coverage, { t, format })
  const show = (violation: ViolationView): void => {
    setPublishing(false)
    const { personId, shiftId } = violation
    if (personId === null) return
    setFilter(EVERYBODY)
    props.onQueue(null)
    setShown({ personId, shiftId })
    if (isList && shiftId !== null) setOpened({ kind: 'shift', shiftId })
  }
  const copy = async (): Promise<void> => {
    const words = {
      person: t('table.person'),
      detail: t('table.detail'),
      paid: t('table.paidHours'),
      owed: t('table.owedHours'),
    }
    const columns = scheduleColumns(scale.days, format, words)
    await navigator.clipboard.writeText(toTsv(columns, rows, locale === 'en' ? '.' : ','))
    notifications.show({ message: t('table.copied', { count: rows.length }) })
  }
  const shared = {
    scale,
    rows,
    coverage,
    violations: view.violations,
    isReadOnly,
    onOpen: (shiftId: string) => setOpened({ kind: 'shift', shiftId }),
    onAdd: (personId: string, dayMs: number) => setOpened({ kind: 'add', personId, dayMs }),
  }
  return (
    <div ref={ref}>
      <PageHeadline
        question={t('schedule.question')}
        answer={answer}
        actions={
          <>
            {props.onGenerate !== null && (
              <Button variant="default" onClick={props.onGenerate}>
                {t('schedule.generate')}
              </Button>
            )}
            {!isReadOnly && (
              <Button onClick={() => setPublishing(true)}>{t('schedule.publish')}</Button>
            )}
            <ScheduleMenu
              onCopy={() => {
                void copy()
              }}
              {...(props.onCompare === undefined ? {} : { onCompare: props.onCompare })}
            />
          </>
        }
      />
      {props.choices}
      {props.above}
      <ScheduleNotices {...props} refusal={edits.refusal} />
      <ScheduleToolbar
        filter={{ ...filter, queueId }}
        sites={[...new Set(view.rows.map(({ site }) => site))]}
        queues={props.queues}
        onFilter={(part) => {
          if (part.queueId === undefined) setFilter((old) => ({ ...old, ...part }))
          else props.onQueue(part.queueId)
        }}
        {...(isReadOnly ? {} : { undo: edits.undo, redo: edits.redo })}
        zoom={isList ? null : <ZoomControl hourWidthPx={scale.hourWidthPx} onChange={zoomTo} />}
      />
      {isList ? (
        <DayList {...shared} day={day} onDay={setDay} />
      ) : (
        <ShiftGrid
          {...shared}
          shown={shown}
          nowMs={nowMs}
          onMove={({ shiftId, startMs }) =>
            edits.edit({ kind: 'move', shiftId, startsAt: new Date(startMs).toISOString() })
          }
          onToggleLock={(shiftId) => {
            const shift = edits.grid.shifts.find(({ id }) => id === shiftId)
            if (shift !== undefined) edits.edit({ kind: 'lock', shiftId, locked: !shift.locked })
          }}
          onRemove={(shiftId) => edits.edit({ kind: 'remove', shiftId })}
        />
      )}
      <ViolationList violations={view.violations} onShow={show} />
      <QueueShortages
        queues={props.queues}
        coverage={view.queues.map((queue) => ({
          ...queue,
          intervals: within(queue.intervals, week),
        }))}
        chosen={queueId}
        onChoose={props.onQueue}
      />
      <ShiftDialogs
        opened={opened}
        view={view}
        grid={edits.grid}
        queues={props.queues}
        isReadOnly={isReadOnly}
        onEdit={edits.edit}
        onClose={() => setOpened(null)}
      />
      {isPublishing && (
        <PublishDialog
          schedule={schedule}
          when={spanText(view, format)}
          peopleCount={view.rows.filter(({ shifts }) => shifts.length > 0).length}
          answer={coverageAnswer(view.coverage, { t, format }).text}
          violations={view.violations}
          onShow={show}
          onDone={props.onPublished}
          onClose={() => setPublishing(false)}
        />
      )}
      <SchedulePrint
        scale={scale}
        rows={rows}
        centre={props.centre}
        when={spanText(week, format)}
        version={t('version.named', {
          version: schedule.version,
          status: t(`version.status.${schedule.status}`),
        })}
      />
    </div>
  )
}

function within(
  intervals: readonly CoverageInterval[],
  { startMs, endMs }: Pick<PlanningWeek, 'startMs' | 'endMs'>,
): CoverageInterval[] {
  return intervals.filter((interval) => interval.startMs >= startMs && interval.startMs < endMs)
}

/** Of one queue, or of all together, in the week that is shown. */
function coverageOf(
  { coverage, queues }: GridView,
  queueId: string | null,
  week: PlanningWeek,
): CoverageInterval[] {
  const own = queues.find((queue) => queue.queueId === queueId)
  return within(own?.intervals ?? coverage, week)
}

function spanText(
  { startMs, endMs }: Pick<PlanningWeek, 'startMs' | 'endMs'>,
  format: ReturnType<typeof useFormat>,
): string {
  return `${format.date(startMs)} – ${format.fullDate(endMs - 1)}`
}
