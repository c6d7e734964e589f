import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { IntervalTable } from '../components/interval-table/interval-table.tsx'
import { PageHeadline } from '../components/page-headline/page-headline.tsx'
import { useFittingScale } from '../components/time-axis/use-fitting-scale.ts'
import { ZoomControl } from '../components/time-axis/zoom-control.tsx'
import { CHART_GUTTER_PX, ForecastChart } from '../features/forecasts/forecast-chart.tsx'
import { forecastColumns } from '../features/forecasts/forecast-columns.ts'
import { forecastAnswer } from '../features/forecasts/forecast-headline.ts'
import { OverrideForm } from '../features/forecasts/override-form.tsx'
import { coverageAnswer } from '../features/schedules/coverage-headline.ts'
import { usePersonWidthPx } from '../features/schedules/shift-grid/person-width.ts'
import type { PersonRow, ShiftMove } from '../features/schedules/shift-grid/shift-grid-model.ts'
import { ShiftGrid } from '../features/schedules/shift-grid/shift-grid.tsx'
import { ViolationList } from '../features/schedules/violation-list.tsx'
import { requirementColumns } from '../features/staffing/requirement-columns.ts'
import { requirementAnswer } from '../features/staffing/requirement-headline.ts'
import { useFormat, useTranslate } from '../lib/i18n/locale-context.tsx'
import { HistoryView, StatesView } from './gallery-states.tsx'
import {
  madeUpCoverage,
  madeUpForecast,
  madeUpMarks,
  madeUpPeople,
  madeUpRequirement,
  madeUpViolations,
  NOW_MS,
  WEEK_END_MS,
  WEEK_START_MS,
} from './made-up-week.ts'

const DAY_MS = 24 * 3_600_000

function moved(people: readonly PersonRow[], move: ShiftMove): PersonRow[] {
  return people.map((person) => ({
    ...person,
    shifts: person.shifts.map((shift) => {
      if (shift.id !== move.shiftId) return shift
      const byMs = move.startMs - shift.startMs
      return {
        ...shift,
        startMs: move.startMs,
        endMs: move.endMs,
        breaks: shift.breaks.map((pause) => ({
          ...pause,
          startMs: pause.startMs + byMs,
          endMs: pause.endMs + byMs,
        })),
      }
    }),
  }))
}

function toggled(people: readonly PersonRow[], shiftId: string): PersonRow[] {
  return people.map((person) => ({
    ...person,
    shifts: person.shifts.map((shift) =>
      shift.id === shiftId ? { ...shift, isLocked: !shift.isLocked } : shift,
    ),
  }))
}

interface ScheduleProps {
  readonly startMs: number
  readonly endMs: number
  readonly minHourWidthPx: number
  readonly count: number
}

function Schedule({ startMs, endMs, minHourWidthPx, count }: ScheduleProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { ref, scale, zoomTo } = useFittingScale({
    startMs,
    endMs,
    besidePx: usePersonWidthPx(),
    minHourWidthPx,
  })
  const [people, setPeople] = useState(() => madeUpPeople(count))
  const coverage = madeUpCoverage()
  const answer = coverageAnswer(coverage, { t, format })
  return (
    <div ref={ref}>
      <PageHeadline
        question={t('schedule.question')}
        answer={answer}
        actions={<ZoomControl hourWidthPx={scale.hourWidthPx} onChange={zoomTo} />}
      />
      <ShiftGrid
        scale={scale}
        rows={people}
        coverage={coverage}
        violations={madeUpViolations()}
        nowMs={NOW_MS}
        isReadOnly={false}
        onOpen={() => undefined}
        onMove={(move) => setPeople(moved(people, move))}
        onToggleLock={(id) => setPeople(toggled(people, id))}
      />
      <ViolationList violations={madeUpViolations()} onShow={() => undefined} />
    </div>
  )
}

function ForecastView(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const points = madeUpForecast()
  const answer = forecastAnswer(points, { t, format })
  const { ref, scale } = useFittingScale({
    startMs: WEEK_START_MS,
    endMs: WEEK_END_MS,
    besidePx: CHART_GUTTER_PX,
    minHourWidthPx: 3,
  })
  return (
    <div ref={ref}>
      <PageHeadline
        question={t('forecast.question')}
        answer={answer}
        actions={<Button>{t('action.apply')}</Button>}
      />
      <ForecastChart
        scale={scale}
        points={points}
        marks={madeUpMarks()}
        summary={answer.text}
        band={80}
        version={1}
        picked={null}
      />
      <OverrideForm
        startMs={WEEK_START_MS + 2 * DAY_MS}
        endMs={WEEK_START_MS + 3 * DAY_MS}
        spans={[]}
        totalOf={() => 0}
        isBusy={false}
        error={null}
        onSubmit={() => undefined}
        onCancel={() => undefined}
      />
      <IntervalTable
        label={t('forecast.question')}
        columns={forecastColumns({ t, format, band: 80 })}
        rows={points}
        rowKey={({ startMs }) => String(startMs)}
      />
    </div>
  )
}

function RequirementView(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const points = madeUpRequirement()
  return (
    <>
      <PageHeadline
        question={t('requirement.question')}
        answer={requirementAnswer(points, { t, format })}
      />
      <IntervalTable
        label={t('requirement.question')}
        columns={requirementColumns(t, format)}
        rows={points}
        rowKey={({ startMs }) => String(startMs)}
        maxHeightPx={640}
      />
    </>
  )
}

export const GALLERY = {
  'schedule-week': () => (
    <Schedule startMs={WEEK_START_MS} endMs={WEEK_END_MS} minHourWidthPx={6} count={64} />
  ),
  'schedule-day': () => (
    <Schedule
      startMs={WEEK_START_MS + DAY_MS}
      endMs={WEEK_START_MS + 2 * DAY_MS}
      minHourWidthPx={24}
      count={1000}
    />
  ),
  forecast: ForecastView,
  requirement: RequirementView,
  history: HistoryView,
  states: StatesView,
}

export type GalleryView = keyof typeof GALLERY | 'sign-in'
