import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useMemo } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { useFittingScale } from '../../components/time-axis/use-fitting-scale.ts'
import { ZoomControl } from '../../components/time-axis/zoom-control.tsx'
import { coverageAnswer } from '../../features/schedules/coverage-headline.ts'
import { type GridView, toGridView } from '../../features/schedules/grid-view.ts'
import { usePersonWidthPx } from '../../features/schedules/shift-grid/person-width.ts'
import { ShiftGrid } from '../../features/schedules/shift-grid/shift-grid.tsx'
import { ViolationList } from '../../features/schedules/violation-list.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useNow } from '../../lib/use-now.ts'

const MIN_HOUR_WIDTH_PX = 6

/** Is the week covered? The latest schedule, its coverage, and what it breaks. */
export function SchedulePage(): ReactElement {
  const t = useTranslate()
  const list = api.useQuery('get', '/api/v1/schedules')
  const schedule = list.data?.schedules[0]
  const grid = api.useQuery(
    'get',
    '/api/v1/schedules/{scheduleId}/grid',
    { params: { path: { scheduleId: schedule?.id ?? '' } } },
    { enabled: schedule !== undefined },
  )
  const view = useMemo(() => (grid.data === undefined ? null : toGridView(grid.data)), [grid.data])
  const error = list.error ?? grid.error
  if (view !== null && schedule !== undefined) {
    return <Week view={view} schedule={schedule} />
  }
  return (
    <>
      <PageHeadline question={t('schedule.question')} answer={null} />
      {error !== null && <FailedState problem={error} />}
      {error === null && list.data?.schedules.length === 0 && (
        <EmptyState title={t('schedule.empty')} nextStep={t('schedule.empty.next')} />
      )}
      {error === null && list.data?.schedules.length !== 0 && <LoadingState shape="table" />}
    </>
  )
}

interface WeekProps {
  readonly view: GridView
  readonly schedule: {
    readonly id: string
    readonly revision: number
    readonly status: 'draft' | 'published' | 'superseded'
  }
}

function Week({ view, schedule }: WeekProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const queries = useQueryClient()
  const refresh = (): void => void queries.invalidateQueries()
  const change = api.useMutation('patch', '/api/v1/schedules/{scheduleId}/shifts/{shiftId}', {
    onSettled: refresh,
  })
  const publish = api.useMutation('post', '/api/v1/schedules/{scheduleId}/publish', {
    onSettled: refresh,
  })
  const { startMs, endMs, rows, coverage, violations } = view
  const besidePx = usePersonWidthPx()
  const fitting = useFittingScale({ startMs, endMs, besidePx, minHourWidthPx: MIN_HOUR_WIDTH_PX })
  const { ref, scale, zoomTo } = fitting
  const isReadOnly = schedule.status !== 'draft'
  const edit = (shiftId: string, body: { startsAt?: string; locked?: boolean }): void => {
    const path = { scheduleId: schedule.id, shiftId }
    change.mutate({ params: { path }, body: { revision: schedule.revision, ...body } })
  }
  const isLocked = (shiftId: string): boolean =>
    rows.some(({ shifts }) => shifts.some((shift) => shift.id === shiftId && shift.isLocked))
  const refusal = publish.error ?? change.error
  return (
    <div ref={ref}>
      <PageHeadline
        question={t('schedule.question')}
        answer={coverageAnswer(coverage, { t, format })}
        actions={
          <>
            <ZoomControl hourWidthPx={scale.hourWidthPx} onChange={zoomTo} />
            <Button
              disabled={isReadOnly || publish.isPending}
              onClick={() =>
                publish.mutate({ params: { path: { scheduleId: schedule.id } }, body: {} })
              }
            >
              {t(isReadOnly ? 'schedule.published' : 'schedule.publish')}
            </Button>
          </>
        }
      />
      {refusal !== null && <FailedState problem={refusal} />}
      <ShiftGrid
        scale={scale}
        rows={rows}
        coverage={coverage}
        violations={violations}
        nowMs={useNow(60_000)}
        isReadOnly={isReadOnly}
        onOpen={() => undefined}
        onMove={(move) => edit(move.shiftId, { startsAt: new Date(move.startMs).toISOString() })}
        onToggleLock={(shiftId) => edit(shiftId, { locked: !isLocked(shiftId) })}
      />
      <ViolationList violations={violations} onShow={() => undefined} />
    </div>
  )
}
