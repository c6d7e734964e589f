import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { JobProgress } from '../../../components/job-progress/job-progress.tsx'
import { fromLocalInput, toLocalDate } from '../../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { usePlanningSearch } from '../../../lib/use-planning-search.ts'
import { useToday } from '../../../lib/use-today.ts'
import { addDate } from '../calendar-date.ts'
import { toReplacements } from '../proposal/plan-proposal.ts'
import { ProposalBar } from '../proposal/proposal-bar.tsx'
import { useKeepProposal } from '../proposal/use-keep-proposal.ts'
import type { ScheduleWeekProps } from '../schedule-week-props.ts'
import { spanText } from '../shift/span-text.ts'
import type { ScheduleWeekDesk } from '../use-schedule-week.ts'
import { partWords, type Reoptimisation } from './part-form.ts'
import { PartPanel } from './part-panel.tsx'

import styles from './part-panel.module.css'

interface WeekPartProps extends Pick<ScheduleWeekProps, 'schedule' | 'week'> {
  readonly desk: ScheduleWeekDesk
}

/** A part of the week made anew: what may change, or the proposal that the week shows. */
export function WeekPart(props: WeekPartProps): ReactElement | null {
  const { part } = props.desk
  if (part.shown !== null) return <Shown {...props} shown={part.shown} />
  return part.isOpen ? <Panel {...props} /> : null
}

/** Above the week: the search under way, or what it has left. */
export function PartNews({ desk }: Pick<WeekPartProps, 'desk'>): ReactElement | null {
  const { part } = desk
  if (part.shown !== null) return null
  if (part.found === null || isGoing(part.job)) return <Searching desk={desk} />
  return <Found desk={desk} found={part.found} />
}

function isGoing({ view }: ScheduleWeekDesk['part']['job']): boolean {
  return view?.status === 'queued' || view?.status === 'running'
}

function Searching({ desk }: Pick<WeekPartProps, 'desk'>): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const { job } = desk.part
  if (job.view === null || job.view.status === 'done') return null
  const hours = job.view.status === 'running' ? job.view.soFar?.['shortAgentHours'] : undefined
  return (
    <JobProgress
      title={t('part.job')}
      job={job.view}
      onCancel={job.cancel}
      {...(typeof hours === 'number'
        ? { soFar: t('schedule.job.soFar', { hours: format.number(hours, 1) }) }
        : {})}
    />
  )
}

/** In words: which days, hours and people. */
function usePartWords({ part }: Pick<Reoptimisation, 'part'>): string {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  return partWords(part, { t, format }, (date) => fromLocalInput(`${date}T00:00`, timeZone) ?? 0)
}

/** What a search has left: a proposal to look at, or that there is nothing better. */
function Found({
  desk,
  found,
}: Pick<WeekPartProps, 'desk'> & { readonly found: Reoptimisation }): ReactElement {
  const t = useTranslate()
  const part = usePartWords(found)
  const isEmpty = found.proposal.changes.length === 0
  return (
    <output className={styles['found']}>
      <span>
        {isEmpty ? t('part.nothing', { part }) : t('part.found', { part, by: found.madeBy })}
      </span>
      {!isEmpty && (
        <Button variant="default" size="compact-sm" onClick={() => desk.part.show(true)}>
          {t('part.show')}
        </Button>
      )}
      <Button variant="default" size="compact-sm" onClick={desk.part.drop}>
        {t('part.dismiss')}
      </Button>
    </output>
  )
}

function Shown({
  desk,
  schedule,
  shown,
}: WeekPartProps & { readonly shown: Reoptimisation }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { part, edits } = desk
  const kept = useKeepProposal(schedule, part.drop)
  const words = usePartWords(shown)
  const keep = (): void => {
    const changes = { kind: 'many', changes: toReplacements(shown.proposal) } as const
    if (schedule.status !== 'draft') return kept.keep(changes)
    edits.edit(changes)
    part.drop()
  }
  const gain = t('part.gain', {
    before: format.number(shown.cost.before, 1),
    after: format.number(shown.cost.after, 1),
  })
  return (
    <ProposalBar
      title={`${t('proposal.kind.part')}: ${words}`}
      proposal={shown.proposal}
      grid={edits.grid}
      isKeeping={kept.isKeeping}
      onKeep={keep}
      onDrop={() => part.show(false)}
      dropLabel={t('part.decline')}
      note={schedule.status === 'draft' ? gain : `${gain} ${t('proposal.published')}`}
    />
  )
}

const DAYS_PER_WEEK = 7

function Panel({ desk, schedule, week }: WeekPartProps): ReactElement {
  const format = useFormat()
  const today = useToday()
  const timeZone = useTimeZone()
  const [{ remake = '' }] = usePlanningSearch()
  const first = toLocalDate(week.startMs, timeZone)
  const last = addDate(schedule.fromDate, schedule.days)
  const dates = Array.from({ length: DAYS_PER_WEEK }, (_, day) => addDate(first, day)).filter(
    (date) => date < last,
  )
  const open = dates.filter((date) => date > today)
  const isByWait = schedule.wait !== null || schedule.leaveSpareHours
  return (
    <PartPanel
      desk={desk.part}
      when={spanText(week, format)}
      dates={open}
      chosen={open.filter((date) => date >= remake)}
      begunCount={dates.length - open.length}
      shownIds={desk.rows.map(({ id }) => id)}
      isFiltered={desk.rows.length < desk.view.rows.length}
      leaveSpare={isByWait ? schedule.leaveSpareHours : null}
    />
  )
}
