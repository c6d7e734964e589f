import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { JobProgress } from '../../components/job-progress/job-progress.tsx'
import { WeekChoice } from '../../components/week-choice/week-choice.tsx'
import { ExpiryNotice } from '../../features/assessments/expiry-alerts.tsx'
import { ObjectionNotice } from '../../features/objections/objection-notice.tsx'
import { GenerateDialog } from '../../features/schedules/generate/generate-dialog.tsx'
import { possibleLengths } from '../../features/schedules/generate/generate-form.ts'
import { NoSchedule } from '../../features/schedules/generate/no-schedule.tsx'
import {
  type SchedulePageData,
  useSchedulePageData,
} from '../../features/schedules/use-schedule-page-data.ts'
import { ScheduleVersion } from '../../features/schedules/versions/schedule-version.tsx'
import { VersionChoice } from '../../features/schedules/versions/version-choice.tsx'
import { RequestNotice } from '../../features/shift-requests/request-notice.tsx'
import { SimulationSection } from '../../features/simulation/simulation-section.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { isOpen } from '../../lib/job-view.ts'
import { useOfferCommands } from '../../lib/page-commands.ts'
import { useAbilities } from '../../lib/use-abilities.ts'
import { type FollowedJob, useJob } from '../../lib/use-job.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'

import styles from './schedule-page.module.css'

/** Is the week covered? Versions of a week: made by the engine, changed by hand, published. */
export function SchedulePage(): ReactElement {
  const t = useTranslate()
  const data = useSchedulePageData()
  const [isGenerating, setGenerating] = useState(false)
  const made = useScheduleJob(data)
  const weeks = data.weeks.filter(({ date }) => possibleLengths(date, data.requirements).length > 0)
  const { canPlan } = useAbilities()
  const generate = canPlan && weeks.length > 0 ? (): void => setGenerating(true) : null
  useOfferCommands(
    generate === null ? [] : [{ id: 'generate', label: t('schedule.generate'), run: generate }],
  )
  const { schedule, week } = data
  const parts = {
    data,
    choices: <Choices data={data} />,
    above: (
      <>
        <ExpiryNotice />
        {canPlan && <RequestNotice />}
        {canPlan && <ObjectionNotice />}
        <Progress made={made} />
      </>
    ),
    onGenerate: generate,
  }
  return (
    <>
      {schedule === undefined || week === undefined ? (
        <NoSchedule {...parts} isMaking={made.isRunning} />
      ) : (
        <ScheduleVersion
          key={schedule.id}
          {...parts}
          schedule={schedule}
          week={week}
          below={<SimulationSection scheduleId={schedule.id} week={week} />}
        />
      )}
      {isGenerating && week !== undefined && (
        <GenerateDialog
          weeks={weeks}
          week={week.date}
          requirements={data.requirements}
          schedule={schedule}
          onStarted={made.follow}
          onClose={() => setGenerating(false)}
        />
      )}
    </>
  )
}

/** The search that is under way, and what it has left. */
interface MadeSchedule {
  readonly job: FollowedJob
  readonly isRunning: boolean
  readonly follow: (jobId: string) => void
  readonly wasStopped: boolean
  /** Leads to what somebody else has made; null where the page shows it anyway. */
  readonly show: (() => void) | null
}

/**
 * When the search that was ordered here ends, the page shows what it made. One of somebody else turns
 * no page over: whoever works on a version stays there, and is led to the new one.
 */
function useScheduleJob({ schedule, week }: SchedulePageData): MadeSchedule {
  const [, changeSearch] = usePlanningSearch()
  const [isOwn, setOwn] = useState(false)
  const [wasStopped, setStopped] = useState(false)
  const [show, setShow] = useState<(() => void) | null>(null)
  const job = useJob('schedule', ({ fromDate, cancelled }) => {
    setStopped(cancelled === true)
    const made = {
      version: undefined,
      against: undefined,
      ...(typeof fromDate === 'string' ? { week: fromDate } : {}),
    }
    setOwn(false)
    if (isOwn || schedule === undefined) return changeSearch(made)
    changeSearch({ week: week?.date, version: schedule.version })
    setShow(() => () => {
      setShow(null)
      changeSearch(made)
    })
  })
  const follow = (jobId: string): void => {
    setOwn(true)
    setShow(null)
    job.follow(jobId)
  }
  const isRunning = job.view !== null && isOpen(job.view)
  return { job, isRunning, follow, wasStopped, show }
}

function Progress({ made }: { readonly made: MadeSchedule }): ReactElement | null {
  const { job, wasStopped, show } = made
  const t = useTranslate()
  const format = useFormat()
  if (job.view === null) return null
  const hours = job.view.status === 'running' ? job.view.soFar?.['shortAgentHours'] : undefined
  return (
    <JobProgress
      title={t('schedule.job')}
      job={job.view}
      onCancel={job.cancel}
      {...(typeof hours === 'number'
        ? { soFar: t('schedule.job.soFar', { hours: format.number(hours, 1) }) }
        : {})}
      result={
        <>
          {wasStopped && t('schedule.job.kept')}
          {show !== null && (
            <Button variant="default" onClick={show}>
              {t('schedule.job.show')}
            </Button>
          )}
        </>
      }
    />
  )
}

/** Which week, and which of its versions. */
function Choices({ data }: { readonly data: SchedulePageData }): ReactElement {
  const [, changeSearch] = usePlanningSearch()
  const { schedule, versions, week, weeks } = data
  return (
    <div className={styles['choices']}>
      <WeekChoice
        weeks={weeks}
        week={week ?? null}
        onChange={(date) => changeSearch({ week: date, version: undefined, against: undefined })}
      />
      {schedule !== undefined && (
        <VersionChoice
          versions={versions}
          chosen={schedule}
          onChange={(version) => changeSearch({ version })}
        />
      )}
    </div>
  )
}
