import { NativeSelect, SegmentedControl } from '@mantine/core'
import { type ReactElement, useMemo, useState } from 'react'

import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { CHART_GUTTER_PX } from '../../components/time-axis/chart-gutter.ts'
import { useFittingScale } from '../../components/time-axis/use-fitting-scale.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { PlanningWeek } from '../../lib/planning-week.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import { useQueues } from '../../lib/use-queues.ts'
import { DayTiles } from './day-tiles.tsx'
import { SimulationChart } from './simulation-chart.tsx'
import { simulationColumns } from './simulation-columns.ts'
import {
  lineOf,
  type Measure,
  MEASURES,
  type Simulation,
  toIntervals,
  weekOf,
} from './simulation-model.ts'
import { SimulationNotes } from './simulation-notes.tsx'
import { callersAnswer } from './simulation-text.ts'
import { useSimulationIntervals } from './use-simulation.ts'

import styles from './simulation.module.css'

interface SimulationWeekProps {
  readonly simulation: Simulation
  readonly week: PlanningWeek
}

/** One week of a simulation: the answer, each day, each interval, and what it rests on. */
export function SimulationWeek({ simulation, week }: SimulationWeekProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const [search, changeSearch] = usePlanningSearch()
  const { queues } = useQueues()
  const queueId = queues.find(({ code }) => code === search.queue)?.id
  const line = lineOf(simulation, queueId)
  const { days, week: whole } = weekOf(line, week.date)
  const answer = whole === undefined ? null : callersAnswer(whole, { t, format })
  return (
    <>
      {answer !== null && (
        <output className={styles['answer']} data-tone={answer.tone}>
          {answer.text}
        </output>
      )}
      <LineChoice
        queues={queues}
        together={simulation.lines[0]?.queueIds ?? []}
        queueId={queueId}
        onChoose={(id) => changeSearch({ queue: queues.find((queue) => queue.id === id)?.code })}
      />
      {whole !== undefined && (
        <DayTiles
          days={days}
          week={whole}
          halfYear={queueId === undefined ? simulation.halfYear : null}
        />
      )}
      <Intervals
        simulation={simulation}
        week={week}
        queueId={queueId}
        answer={answer?.text ?? ''}
      />
      <SimulationNotes simulation={simulation} line={line} queues={queues} />
    </>
  )
}

interface LineChoiceProps {
  readonly queues: readonly { readonly id: string; readonly name: string }[]
  /** Those that are judged together. */
  readonly together: readonly string[]
  readonly queueId: string | undefined
  readonly onChoose: (queueId: string) => void
}

/** One queue, or those together that the order judges together. */
function LineChoice({ queues, together, queueId, onChoose }: LineChoiceProps): ReactElement {
  const t = useTranslate()
  const names = queues.filter(({ id }) => together.includes(id)).map(({ name }) => name)
  return (
    <NativeSelect
      className={styles['choice']}
      aria-label={t('forecast.queue')}
      value={queueId ?? ''}
      data={[
        { value: '', label: t('simulation.together', { queues: names.join(', ') }) },
        ...queues.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  )
}

interface IntervalsProps extends SimulationWeekProps {
  readonly queueId: string | undefined
  /** The chart in words. */
  readonly answer: string
}

function Intervals({ simulation, week, queueId, answer }: IntervalsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const [measure, setMeasure] = useState<Measure>('asaSeconds')
  const { ref, scale } = useFittingScale({
    startMs: week.startMs,
    endMs: week.endMs,
    besidePx: CHART_GUTTER_PX,
    minHourWidthPx: 3,
  })
  const { data, error } = useSimulationIntervals(simulation, queueId)
  const rows = useMemo(() => (data === undefined ? [] : toIntervals(data, week)), [data, week])
  const promise = lineOf(simulation, queueId)?.promises
  return (
    <div ref={ref}>
      <SegmentedControl
        className={styles['measures']}
        aria-label={t('simulation.measure')}
        value={measure}
        data={MEASURES.map((value) => ({ value, label: t(`simulation.measure.${value}`) }))}
        onChange={(value) => setMeasure(MEASURES.find((one) => one === value) ?? 'asaSeconds')}
      />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="chart" />}
      {rows.length > 0 && (
        <>
          <SimulationChart
            scale={scale}
            rows={rows}
            measure={measure}
            target={targetOf(promise, measure)}
            summary={answer}
          />
          <IntervalTable
            label={t('simulation.table')}
            columns={simulationColumns(t, format)}
            rows={rows}
            rowKey={({ startMs }) => String(startMs)}
          />
        </>
      )}
    </div>
  )
}

/** A line to measure by, where every queue of the line promises the same. */
function targetOf(
  promises: Simulation['lines'][number]['promises'] | undefined,
  measure: Measure,
): number | null {
  if (measure === 'occupancy') return null
  const asked = (promises ?? []).map(({ [measure]: target }) => target)
  const [first = null] = asked
  return asked.every((target) => target === first) ? first : null
}
