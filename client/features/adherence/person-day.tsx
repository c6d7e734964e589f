import { Button } from '@mantine/core'
import { type ReactElement, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { TimeAxis } from '../../components/time-axis/time-axis.tsx'
import { api } from '../../lib/api.ts'
import { addLocalDays, startOfLocalDay, toLocalDate } from '../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { createTimeScale } from '../../lib/time-scale.ts'
import { DayFigures } from './day-figures.tsx'
import { DayLines } from './day-lines.tsx'
import { ExceptionList } from './exception-list.tsx'

import styles from './person-day.module.css'

interface PersonDayProps {
  readonly operatorId: string
  readonly nowMs: number
  readonly onClose: () => void
  /** What can be done about this person. */
  readonly children?: ReactNode
}

const HOUR_WIDTH_PX = 56
const HOUR_MS = 3_600_000
const REFRESH_MS = 15_000

/** A supervisor's look at one person. */
export function PersonDay({ operatorId, nowMs, onClose, children }: PersonDayProps): ReactElement {
  const t = useTranslate()
  const zone = useTimeZone()
  const [dayMs, setDayMs] = useState(() => startOfLocalDay(nowMs, zone))
  const date = toLocalDate(dayMs, zone)
  const query = api.useQuery(
    'get',
    '/api/v1/adherence/people/{operatorId}/days/{date}',
    { params: { path: { operatorId, date } } },
    { refetchInterval: REFRESH_MS },
  )
  return (
    <DayPanel
      isCalledUp
      day={query}
      dayMs={dayMs}
      nowMs={nowMs}
      onDay={setDayMs}
      actions={
        <>
          {children}
          <Button variant="default" onClick={onClose}>
            {t('action.close')}
          </Button>
        </>
      }
    >
      {query.data !== undefined && query.data.exceptions.length > 0 && (
        <>
          <h3 className={styles['subtitle']}>{t('exceptions.ofDay')}</h3>
          <ExceptionList exceptions={query.data.exceptions} />
        </>
      )}
    </DayPanel>
  )
}

/** An operator's look at their own day: the same figures, from the same place. */
export function MyDay({ nowMs }: { readonly nowMs: number }): ReactElement {
  const zone = useTimeZone()
  const [dayMs, setDayMs] = useState(() => startOfLocalDay(nowMs, zone))
  const query = api.useQuery(
    'get',
    '/api/v1/my/adherence/days/{date}',
    { params: { path: { date: toLocalDate(dayMs, zone) } } },
    { refetchInterval: REFRESH_MS },
  )
  return <DayPanel day={query} dayMs={dayMs} nowMs={nowMs} onDay={setDayMs} />
}

interface DayPanelProps {
  readonly day: {
    readonly data: components['schemas']['PersonDay'] | undefined
    readonly error: ProblemView | null
    readonly isLoading: boolean
    readonly refetch: () => unknown
  }
  readonly dayMs: number
  readonly nowMs: number
  readonly onDay: (dayMs: number) => void
  readonly actions?: ReactNode
  /** It was opened by a press elsewhere on the page, and comes into sight. */
  readonly isCalledUp?: boolean
  /** Below the lines. */
  readonly children?: ReactNode
}

/** Schedule, verdict and state of one person and day, one above the other on one axis. */
function DayPanel(props: DayPanelProps): ReactElement {
  const { day, dayMs, nowMs, onDay, actions, isCalledUp = false, children } = props
  const t = useTranslate()
  const zone = useTimeZone()
  const { data, error } = day
  const panel = useRef<HTMLElement>(null)
  const isLoaded = data !== undefined
  // Once more when the lines are there: before that there was little to scroll to.
  useEffect(() => {
    if (isCalledUp) panel.current?.scrollIntoView({ block: 'center' })
  }, [isCalledUp, isLoaded])
  const scale = useMemo(() => {
    const { startMs, endMs } = shownSpan(data, dayMs, addLocalDays(dayMs, 1, zone))
    return createTimeScale({ startMs, endMs, hourWidthPx: HOUR_WIDTH_PX, timeZone: zone })
  }, [data, dayMs, zone])
  return (
    <section ref={panel} className={styles['panel']} aria-label={t('today.day.title')}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{data?.name ?? t('today.day.title')}</h2>
        <DayChoice dayMs={dayMs} nowMs={nowMs} onDay={onDay} />
        {actions}
      </header>
      {error !== null && <FailedState problem={error} onRetry={() => void day.refetch()} />}
      {day.isLoading && <LoadingState shape="table" />}
      {data !== undefined && (
        <>
          <DayFigures day={data} />
          <ScrollBox label={t('today.day.lines')} className={styles['scroll']}>
            <TimeAxis scale={scale} />
            <DayLines day={data} scale={scale} nowMs={nowMs} />
          </ScrollBox>
          {children}
        </>
      )}
    </section>
  )
}

function DayChoice({
  dayMs,
  nowMs,
  onDay,
}: Pick<DayPanelProps, 'dayMs' | 'nowMs' | 'onDay'>): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const zone = useTimeZone()
  return (
    <>
      <Button variant="default" onClick={() => onDay(addLocalDays(dayMs, -1, zone))}>
        {t('today.day.before')}
      </Button>
      <span>{format.longDay(dayMs)}</span>
      <Button
        variant="default"
        disabled={addLocalDays(dayMs, 1, zone) > nowMs}
        onClick={() => onDay(addLocalDays(dayMs, 1, zone))}
      >
        {t('today.day.after')}
      </Button>
    </>
  )
}

/** From an hour before the first thing of the day to an hour after the last, in whole hours. */
function shownSpan(
  day: { readonly schedule: readonly Ends[]; readonly states: readonly Ends[] } | undefined,
  dayMs: number,
  nextDayMs: number,
): { readonly startMs: number; readonly endMs: number } {
  const schedule = day?.schedule ?? []
  const first = schedule[0]
  const last = schedule.at(-1)
  if (first === undefined || last === undefined) return { startMs: dayMs, endMs: nextDayMs }
  return {
    startMs: Math.floor((Date.parse(first.from) - HOUR_MS) / HOUR_MS) * HOUR_MS,
    endMs: Math.ceil((Date.parse(last.to) + HOUR_MS) / HOUR_MS) * HOUR_MS,
  }
}

interface Ends {
  readonly from: string
  readonly to: string
}
