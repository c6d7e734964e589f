import { useMemo, useState } from 'react'

import { toLocalInput } from '../../lib/centre-time.ts'
import { useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import { weekOfDate } from '../../lib/planning-week.ts'
import { useAbilities } from '../../lib/use-abilities.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import { toGridView } from './grid-view.ts'
import { useReoptimisation } from './part/use-reoptimisation.ts'
import { type PlanProposal, withProposal, withProposedMarks } from './proposal/plan-proposal.ts'
import { useRepair } from './repair/use-repair.ts'
import { EVERYBODY, filteredRows, type RowFilter } from './row-filter.ts'
import type { ScheduleWeekProps } from './schedule-week-props.ts'
import type { ViolationView } from './shift-grid/shift-grid-model.ts'
import type { GridTarget } from './shift-grid/shift-grid-props.ts'
import type { Grid } from './shift/shift-edit.ts'
import { useOpenedShift } from './shift/use-opened-shift.ts'
import { type AskedInterval, coverageWithin } from './shortages/coverage-view.ts'
import { useScheduleEdits } from './use-schedule-edits.ts'
import { useUndoKeys } from './use-undo-keys.ts'
import type { WeekScale } from './use-week-scale.ts'
import type { Schedule } from './versions/schedule-versions.ts'

/** What a version of a week shows, what is open in it, and how both change. */
export type ScheduleWeekDesk = ReturnType<typeof useScheduleWeek>

type Target = Pick<ViolationView, 'personId' | 'shiftId' | 'atMs'>

export function useScheduleWeek(props: ScheduleWeekProps, scaled: WeekScale) {
  const { stored, schedule, week, queueId, onQueue } = props
  const { canPlan, canExplain } = useAbilities()
  const edits = useScheduleEdits(stored)
  const repair = useRepair(schedule.id)
  const part = useReoptimisation(schedule.id, canPlan)
  const proposal = repair.shown ?? part.shown?.proposal ?? null
  const { grid, view } = useShownGrid(edits.grid, proposal)
  const [filtered, setFilter] = useState(EVERYBODY)
  const [asked, ask] = useState<AskedInterval | null>(null)
  const [isPublishing, setPublishing] = useState(false)
  const [shown, setShown] = useState<GridTarget | null>(null)
  const { opened, open, linked } = useOpenedShift(edits.grid)
  const onWeekOf = useWeekChange(schedule)
  useUndoKeys(edits.undo, edits.redo)

  const filter = useMemo<RowFilter>(() => ({ ...filtered, queueId }), [filtered, queueId])
  const rows = useMemo(() => {
    const found = filteredRows(view.rows, filter, week.startMs)
    return proposal === null ? found : withProposedMarks(found, proposal)
  }, [view.rows, filter, week.startMs, proposal])
  const coverage = useMemo(
    () => coverageWithin(view.coverage, queueId, week),
    [view.coverage, queueId, week],
  )
  return {
    edits,
    /** With the proposal that is shown, if one is. */
    grid,
    repair,
    part,
    view,
    rows,
    coverage,
    filter,
    ...scaled,
    shown: shown ?? linked,
    isReadOnly: schedule.status !== 'draft' || !canPlan || proposal !== null,
    canMend: schedule.status !== 'superseded' && canPlan && proposal === null,
    opened,
    open,
    asked,
    /** Null for who may not be told why. */
    ask: canExplain ? ask : null,
    stopAsking: (): void => ask(null),
    isPublishing,
    setPublishing,
    onFilter: (change: Partial<RowFilter>): void => {
      setFilter((old) => ({ ...old, ...change }))
      if (change.queueId !== undefined) onQueue(change.queueId)
    },
    /** Brings what breaks a rule into view, whatever was filtered before. */
    show: ({ personId, shiftId, atMs }: Target): void => {
      setPublishing(false)
      if (personId === null) return
      const isElsewhere = atMs !== null && (atMs < week.startMs || atMs >= week.endMs)
      if (shiftId !== null && isElsewhere) onWeekOf(atMs)
      setFilter(EVERYBODY)
      onQueue(null)
      setShown({ personId, shiftId })
      if (scaled.isList && shiftId !== null) open({ kind: 'shift', shiftId })
    },
  }
}

/** To the week of an instant, in the same version. */
function useWeekChange({ version }: Pick<Schedule, 'version'>): (ms: number) => void {
  const timeZone = useTimeZone()
  const [, changeSearch] = usePlanningSearch()
  return (ms) => {
    const week = weekOfDate(toLocalInput(ms, timeZone).slice(0, 10), timeZone)
    if (week !== null) changeSearch({ week: week.date, version })
  }
}

/** The grid with the proposal that is shown, if one is, and as the page draws it. */
function useShownGrid(stored: Grid, proposal: PlanProposal | null) {
  const { locale, t } = useLocale()
  const grid = useMemo(
    () => (proposal === null ? stored : withProposal(stored, proposal)),
    [stored, proposal],
  )
  const view = useMemo(() => toGridView(grid, { locale, t }), [grid, locale, t])
  return { grid, view }
}
