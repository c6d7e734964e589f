import { type ReactElement, type ReactNode, useMemo } from 'react'

import { filledColumns } from '../../components/interval-table/filled-columns.ts'
import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { CHART_GUTTER_PX } from '../../components/time-axis/chart-gutter.ts'
import { useFittingScale } from '../../components/time-axis/use-fitting-scale.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { DAY_GUTTER_PX, DayChart } from './chart/day-chart.tsx'
import { dayTotals } from './chart/day-totals.ts'
import { ForecastChart } from './chart/forecast-chart.tsx'
import { MarkList } from './chart/forecast-marks.tsx'
import { dayColumns, forecastColumns } from './forecast-columns.ts'
import type { BandWidth, ForecastMark, ForecastPoint } from './forecast-model.ts'
import type { PickedSpan } from './override/span-picker.tsx'

interface ForecastWeekProps {
  readonly view: 'interval' | 'day' | 'horizon'
  readonly span: PickedSpan
  readonly points: readonly ForecastPoint[]
  readonly marks: readonly ForecastMark[]
  readonly band: BandWidth
  readonly version: number
  readonly previousVersion: number | undefined
  readonly summary: string
  readonly picked: PickedSpan | null
  readonly onPick: (span: PickedSpan | null) => void
  /** Between the chart and the table. */
  readonly children: ReactNode
}

/** The chart and, beneath it, the same as a table; by interval or by day. */
export function ForecastWeek(props: ForecastWeekProps): ReactElement {
  return props.view === 'interval' ? <ByInterval {...props} /> : <ByDay {...props} />
}

function ByInterval(props: ForecastWeekProps): ReactElement {
  const { span, points, band, previousVersion, children } = props
  const t = useTranslate()
  const format = useFormat()
  const fitting = { ...span, besidePx: CHART_GUTTER_PX, minHourWidthPx: 3 }
  const { ref, scale } = useFittingScale(fitting)
  const columns = filledColumns(forecastColumns({ t, format, band, previousVersion }), points)
  return (
    <div ref={ref}>
      <ForecastChart {...props} scale={scale} />
      {children}
      <IntervalTable
        label={t('forecast.table')}
        columns={columns}
        rows={points}
        rowKey={({ startMs }) => String(startMs)}
      />
    </div>
  )
}

/** A day may be a narrow column: the horizon is read as a whole, and its numbers stand below. */
const DAY_HOUR_MIN_PX = 0.4

function ByDay(props: ForecastWeekProps): ReactElement {
  const { span, points, marks, band, previousVersion, summary } = props
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const fitting = { ...span, besidePx: DAY_GUTTER_PX, minHourWidthPx: DAY_HOUR_MIN_PX }
  const { ref, scale } = useFittingScale(fitting)
  const days = useMemo(() => dayTotals(points, timeZone), [points, timeZone])
  return (
    <div ref={ref}>
      <DayChart scale={scale} days={days} summary={summary} previousVersion={previousVersion} />
      <MarkList marks={marks} />
      <IntervalTable
        label={t('forecast.table')}
        columns={filledColumns(dayColumns({ t, format, band, previousVersion }), days)}
        rows={days}
        rowKey={({ startMs }) => String(startMs)}
      />
    </div>
  )
}
