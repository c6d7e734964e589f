import type { ReactElement } from 'react'

import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { QueueChoice } from '../../components/queue-choice.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { useFittingScale } from '../../components/time-axis/use-fitting-scale.ts'
import { CHART_GUTTER_PX, ForecastChart } from '../../features/forecasts/forecast-chart.tsx'
import { forecastColumns } from '../../features/forecasts/forecast-columns.ts'
import { forecastAnswer } from '../../features/forecasts/forecast-headline.ts'
import type { ForecastPoint } from '../../features/forecasts/forecast-model.ts'
import { useForecast } from '../../features/forecasts/use-forecast.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { usePlanningWeek } from '../../lib/use-planning-week.ts'
import { useQueues } from '../../lib/use-queues.ts'

/** How many contacts will come in the week that is planned, queue by queue. */
export function ForecastPage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { queues, queueId, choose } = useQueues()
  const { forecast, points, isPending, error } = useForecast(queueId, usePlanningWeek())
  const choice = (
    <QueueChoice label={t('forecast.question')} queues={queues} value={queueId} onChange={choose} />
  )
  const answer = points.length === 0 ? null : forecastAnswer(points, { t, format })
  return (
    <>
      <PageHeadline question={t('forecast.question')} answer={answer} actions={choice} />
      {error !== null && <FailedState problem={error} />}
      {isPending && <LoadingState shape="chart" />}
      {!isPending && forecast === undefined && (
        <EmptyState title={t('forecast.empty')} nextStep={t('forecast.empty.next')} />
      )}
      {points.length > 0 && <Week points={points} summary={answer?.text ?? ''} />}
    </>
  )
}

interface WeekProps {
  readonly points: readonly ForecastPoint[]
  readonly summary: string
}

function Week({ points, summary }: WeekProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { ref, scale } = useFittingScale({
    startMs: points[0]?.startMs ?? 0,
    endMs: points.at(-1)?.endMs ?? 0,
    besidePx: CHART_GUTTER_PX,
    minHourWidthPx: 3,
  })
  return (
    <div ref={ref}>
      <ForecastChart scale={scale} points={points} marks={[]} summary={summary} />
      <IntervalTable
        label={t('forecast.question')}
        columns={forecastColumns(t, format)}
        rows={points}
        rowKey={({ startMs }) => String(startMs)}
      />
    </div>
  )
}
