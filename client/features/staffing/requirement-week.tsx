import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { filledColumns } from '../../components/interval-table/filled-columns.ts'
import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { CHART_GUTTER_PX } from '../../components/time-axis/chart-gutter.ts'
import { useFittingScale } from '../../components/time-axis/use-fitting-scale.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { PlanningWeek } from '../../lib/planning-week.ts'
import { closedSpans } from './closed-spans.ts'
import { waitAloneText } from './explanation-text.ts'
import { GroupPanel } from './group-panel.tsx'
import { RequirementChart } from './requirement-chart.tsx'
import { requirementColumns, totalColumns } from './requirement-columns.ts'
import { bindingText, hoursText, peakOf } from './requirement-headline.ts'
import type { RequirementPoint, RequirementTotal } from './requirement-model.ts'
import { useExplanation } from './use-explanation.ts'
import { WhyPanel } from './why-panel.tsx'

import styles from './requirement-view.module.css'

type Queue = Omit<components['schemas']['Queue'], 'name'> & { readonly name: string }

interface QueueWeekProps {
  readonly week: PlanningWeek
  readonly requirementId: string
  readonly queue: Queue
  readonly points: readonly RequirementPoint[]
  /** The page's answer. */
  readonly summary: string
}

/** One queue: the chart, why any interval asks for what it does, and the table. */
export function QueueWeek(props: QueueWeekProps): ReactElement {
  const { week, requirementId, queue, points, summary } = props
  const t = useTranslate()
  const format = useFormat()
  const { ref, scale } = useWeekScale(week)
  const closed = closedSpans([queue.openingHours], scale.days, scale.timeZone)
  const [openedMs, setOpenedMs] = useState<number | null>(null)
  const opened = points.find(({ startMs }) => startMs === openedMs)
  return (
    <div ref={ref}>
      <p className={styles['note']}>
        {hoursText(points, { t, format })} {bindingText(points, { t, format })}{' '}
        <PeakNote requirementId={requirementId} queueId={queue.id} points={points} />
      </p>
      <RequirementChart
        scale={scale}
        points={points}
        closed={closed}
        summary={summary}
        openedMs={openedMs}
        onOpen={setOpenedMs}
      />
      {opened === undefined ? (
        <p className={styles['note']}>{t('requirement.why.hint')}</p>
      ) : (
        <WhyPanel
          requirementId={requirementId}
          queueId={queue.id}
          point={opened}
          onClose={() => setOpenedMs(null)}
        />
      )}
      <IntervalTable
        label={t('requirement.table')}
        columns={filledColumns(requirementColumns(t, format), points)}
        rows={points}
        rowKey={({ startMs }) => String(startMs)}
        onOpen={({ startMs }) => setOpenedMs(startMs)}
        openKey={openedMs === null ? undefined : String(openedMs)}
      />
    </div>
  )
}

interface PeakNoteProps {
  readonly requirementId: string
  readonly queueId: string
  readonly points: readonly RequirementPoint[]
}

/** At the peak, what the wait alone would ask for. */
function PeakNote({ requirementId, queueId, points }: PeakNoteProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const peak = peakOf(points)
  const hasPeak = peak !== undefined && peak.agents > 0
  const place = hasPeak ? { requirementId, queueId, startMs: peak.startMs } : null
  const { data } = useExplanation(place)
  const text = data === undefined ? null : waitAloneText(data, { t, format })
  return text === null ? null : (
    <>
      {t('requirement.atPeak')} {text}
    </>
  )
}

interface AllQueuesWeekProps {
  readonly week: PlanningWeek
  readonly requirementId: string
  readonly queues: readonly Queue[]
  readonly totals: readonly RequirementTotal[]
  readonly summary: string
}

/** All queues together, each beside the sum. */
export function AllQueuesWeek(props: AllQueuesWeekProps): ReactElement {
  const { week, requirementId, queues, totals, summary } = props
  const t = useTranslate()
  const format = useFormat()
  const { ref, scale } = useWeekScale(week)
  const [openedMs, setOpenedMs] = useState<number | null>(null)
  const opened = totals.find(({ startMs }) => startMs === openedMs)
  const hours = queues.map(({ openingHours }) => openingHours)
  const closed = closedSpans(hours, scale.days, scale.timeZone)
  return (
    <div ref={ref}>
      <p className={styles['note']}>
        {hoursText(totals, { t, format })} {t('requirement.allQueues.note')}
      </p>
      <RequirementChart
        scale={scale}
        points={totals}
        closed={closed}
        summary={summary}
        openedMs={openedMs}
        onOpen={setOpenedMs}
      />
      {opened === undefined ? (
        <p className={styles['note']}>{t('groups.open')}</p>
      ) : (
        <GroupPanel
          key={opened.startMs}
          requirementId={requirementId}
          interval={opened}
          queues={queues}
          onClose={() => setOpenedMs(null)}
        />
      )}
      <IntervalTable
        label={t('requirement.table')}
        columns={totalColumns(queues, t, format)}
        rows={totals}
        rowKey={({ startMs }) => String(startMs)}
        onOpen={({ startMs }) => setOpenedMs(startMs)}
        openKey={openedMs === null ? undefined : String(openedMs)}
      />
    </div>
  )
}

function useWeekScale({ startMs, endMs }: PlanningWeek) {
  return useFittingScale({
    startMs,
    endMs,
    besidePx: CHART_GUTTER_PX,
    minHourWidthPx: 3,
  })
}
