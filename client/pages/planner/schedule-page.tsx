import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { JobProgress } from '../../components/job-progress/job-progress.tsx'
import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { WeekChoice } from '../../components/week-choice/week-choice.tsx'
import { GenerateDialog } from '../../features/schedules/generate-dialog.tsx'
import { possibleLengths } from '../../features/schedules/generate-form.ts'
import { ScheduleWeek } from '../../features/schedules/schedule-week.tsx'
import { gridOptions } from '../../features/schedules/use-schedule-edits.ts'
import {
  type SchedulePageData,
  useSchedulePageData,
} from '../../features/schedules/use-schedule-page-data.ts'
import { VersionChoice } from '../../features/schedules/version-choice.tsx'
import { VersionComparison } from '../../features/schedules/version-comparison.tsx'
import { api } from '../../lib/api.ts'
import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useOfferCommands } from '../../lib/page-commands.ts'
import { useAbilities } from '../../lib/use-abilities.ts'
import { useJob } from '../../lib/use-job.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import { useQueues } from '../../lib/use-queues.ts'

import styles from './schedule-page.module.css'

/** Is the week covered? Versions of a week: made by the engine, changed by hand, published. */
export function SchedulePage(): ReactElement {
  const t = useTranslate()
  const [, changeSearch] = usePlanningSearch()
  const data = useSchedulePageData()
  const [isGenerating, setGenerating] = useState(false)
  const [wasStopped, setStopped] = useState(false)
  const job = useJob('schedule', ({ fromDate, cancelled }) => {
    setStopped(cancelled === true)
    changeSearch({
      version: undefined,
      ...(typeof fromDate === 'string' ? { week: fromDate } : {}),
    })
  })
  const weeks = data.weeks.filter(({ date }) => possibleLengths(date, data.requirements).length > 0)
  const { canPlan } = useAbilities()
  const generate = canPlan && weeks.length > 0 ? (): void => setGenerating(true) : null
  useOfferCommands(
    generate === null ? [] : [{ id: 'generate', label: t('schedule.generate'), run: generate }],
  )
  const progress = job.view !== null && (
    <JobProgress
      title={t('schedule.job')}
      job={job.view}
      onCancel={job.cancel}
      result={wasStopped ? t('schedule.job.kept') : null}
    />
  )
  const choices = (
    <div className={styles['choices']}>
      <WeekChoice
        weeks={data.weeks}
        week={data.week ?? null}
        onChange={(week) => changeSearch({ week, version: undefined, compare: undefined })}
      />
      {data.schedule !== undefined && (
        <VersionChoice
          versions={data.versions}
          chosen={data.schedule}
          onChange={(version) => changeSearch({ version, compare: undefined })}
        />
      )}
    </div>
  )
  return (
    <>
      {data.schedule === undefined || data.week === undefined ? (
        <NoSchedule data={data} choices={choices} above={<>{progress}</>} onGenerate={generate} />
      ) : (
        <Version data={data} choices={choices} above={<>{progress}</>} onGenerate={generate} />
      )}
      {isGenerating && data.week !== undefined && (
        <GenerateDialog
          weeks={weeks}
          week={data.week.date}
          requirements={data.requirements}
          lockedIn={data.schedule?.status === 'draft' ? data.schedule.id : null}
          onStarted={job.follow}
          onClose={() => setGenerating(false)}
        />
      )}
    </>
  )
}

interface PartProps {
  readonly data: SchedulePageData
  readonly choices: ReactElement
  readonly above: ReactElement
  /** Null when the reader may not, or no week can be planned. */
  readonly onGenerate: (() => void) | null
}

/** Nothing to show for the week yet: the way leads through the requirement. */
function NoSchedule({ data, choices, above, onGenerate }: PartProps): ReactElement {
  const t = useTranslate()
  const { error, isPending, week } = data
  return (
    <>
      <PageHeadline question={t('schedule.question')} answer={null} />
      {week !== undefined && choices}
      {above}
      {error !== null && <FailedState problem={error} />}
      {error === null && isPending && <LoadingState shape="table" />}
      {error === null && !isPending && week === undefined && (
        <EmptyState
          title={t('schedule.empty')}
          nextStep={t('schedule.empty.next')}
          action={<Link to="/requirement">{t('schedule.empty.action')}</Link>}
        />
      )}
      {error === null && !isPending && week !== undefined && (
        <EmptyState
          title={t('schedule.emptyWeek')}
          nextStep={t('schedule.emptyWeek.next')}
          action={
            onGenerate !== null && <Button onClick={onGenerate}>{t('schedule.generate')}</Button>
          }
        />
      )}
    </>
  )
}

function Version({ data, choices, above, onGenerate }: PartProps): ReactElement {
  const { schedule, week, versions, requirements } = data
  const { locale, t } = useLocale()
  const queries = useQueryClient()
  const [search, changeSearch] = usePlanningSearch()
  const { queues } = useQueues()
  const center = api.useQuery('get', '/api/v1/center')
  const grid = useQuery(gridOptions(schedule?.id ?? ''))
  if (schedule === undefined || week === undefined || grid.data === undefined) {
    return (
      <>
        <PageHeadline question={t('schedule.question')} answer={null} />
        {choices}
        {above}
        {grid.error === null ? (
          <LoadingState shape="table" />
        ) : (
          <FailedState
            problem={grid.error}
            onRetry={() => {
              void grid.refetch()
            }}
          />
        )}
      </>
    )
  }
  const other = versions.find(({ version }) => version < schedule.version)
  const chosenQueue = queues.find(({ code }) => code === search.queue)
  return (
    <ScheduleWeek
      key={schedule.id}
      stored={grid.data}
      schedule={schedule}
      week={week}
      requirements={requirements}
      queues={queues}
      centre={center.data?.name[locale] ?? ''}
      queueId={chosenQueue?.id ?? null}
      onQueue={(queueId) => changeSearch({ queue: queues.find(({ id }) => id === queueId)?.code })}
      onGenerate={onGenerate}
      onPublished={() => {
        void queries.invalidateQueries()
      }}
      {...(other === undefined
        ? {}
        : { onCompare: () => changeSearch({ compare: search.compare ? undefined : true }) })}
      choices={choices}
      above={
        <>
          {above}
          {search.compare && other !== undefined && (
            <VersionComparison grid={grid.data} other={other} />
          )}
        </>
      }
    />
  )
}
