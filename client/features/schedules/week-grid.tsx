import { type ReactElement, useMemo } from 'react'

import type { CoverageInterval } from '../../components/requirement-strip/coverage-cells.ts'
import type { TimeScale } from '../../lib/time-scale.ts'
import { useNow } from '../../lib/use-now.ts'
import { EffectBar } from './proposal/effect-bar.tsx'
import { coverageAfter } from './proposal/effect-summary.ts'
import { useGridProposal } from './proposal/use-grid-proposal.ts'
import type { PersonRow, ViolationView } from './shift-grid/shift-grid-model.ts'
import type { GridTarget } from './shift-grid/shift-grid-props.ts'
import { ShiftGrid } from './shift-grid/shift-grid.tsx'
import type { Grid, ShiftEdit } from './shift/shift-edit.ts'
import type { QueueName } from './shift/shift-panel-props.ts'
import {
  type AskedInterval,
  askedAt,
  coverageViews,
  coverageWithin,
} from './shortages/coverage-view.ts'

interface WeekGridProps {
  readonly grid: Grid
  readonly scale: TimeScale
  readonly rows: readonly PersonRow[]
  readonly coverage: readonly CoverageInterval[]
  readonly violations: readonly ViolationView[]
  readonly queues: readonly QueueName[]
  /** Whose strip is shown; null for all together. */
  readonly queueId: string | null
  readonly shown: GridTarget | null
  readonly isReadOnly: boolean
  /** Null for who may not be told why. */
  readonly onAsk: ((asked: AskedInterval) => void) | null
  readonly onOpen: (shiftId: string) => void
  readonly onAdd: (personId: string, dayMs: number) => void
  readonly onEdit: (edit: ShiftEdit) => void
}

/** The grid, with the effect of what is proposed in it before it is kept. */
export function WeekGrid(props: WeekGridProps): ReactElement {
  const { grid, onAsk, onEdit, queueId, scale } = props
  const { desk, rows, handlers } = useGridProposal(grid, props.rows, onEdit)
  const effect = desk.proposal?.effect ?? null
  const nowMs = useNow(60_000)
  const coverage = useMemo(
    () =>
      effect === null
        ? props.coverage
        : coverageWithin(coverageViews(coverageAfter(grid.coverage, effect)), queueId, scale),
    [props.coverage, grid.coverage, effect, queueId, scale],
  )
  return (
    <>
      <ShiftGrid
        scale={scale}
        weeks={grid.schedule.days / 7}
        rows={rows}
        coverage={coverage}
        violations={props.violations}
        nowMs={nowMs}
        isReadOnly={props.isReadOnly}
        shown={props.shown}
        {...handlers}
        {...(onAsk === null
          ? {}
          : { onAsk: (atMs: number) => onAsk(askedAt(grid.coverage, queueId, atMs)) })}
        onOpen={props.onOpen}
        onAdd={props.onAdd}
        onRemove={(shiftId) => onEdit({ kind: 'remove', shiftId })}
        onToggleLock={(shiftId) => {
          const shift = grid.shifts.find(({ id }) => id === shiftId)
          if (shift !== undefined) onEdit({ kind: 'lock', shiftId, locked: !shift.locked })
        }}
      />
      <EffectBar desk={desk} grid={grid} queues={props.queues} />
    </>
  )
}
