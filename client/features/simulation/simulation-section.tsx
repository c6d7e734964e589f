import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { JobProgress } from '../../components/job-progress/job-progress.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { PlanningWeek } from '../../lib/planning-week.ts'
import { useAbilities } from '../../lib/use-abilities.ts'
import { staleSimulationText } from './simulation-text.ts'
import { SimulationWeek } from './simulation-week.tsx'
import { useSimulation } from './use-simulation.ts'

import styles from './simulation.module.css'

interface SimulationSectionProps {
  readonly scheduleId: string
  /** One of the schedule's weeks. */
  readonly week: PlanningWeek
}

/** What will callers meet, if the schedule is worked as it stands? */
export function SimulationSection({ scheduleId, week }: SimulationSectionProps): ReactElement {
  const t = useTranslate()
  const { canPlan } = useAbilities()
  const work = useSimulation(scheduleId)
  const { simulation, job, error } = work
  const isGoing = job.view?.status === 'queued' || job.view?.status === 'running'
  const ask = canPlan ? (
    <Button variant="default" loading={work.isOrdering} disabled={isGoing} onClick={work.order}>
      {t(simulation === null ? 'simulation.ask' : 'simulation.again')}
    </Button>
  ) : null
  return (
    <section aria-label={t('simulation.title')} className={styles['section']}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('simulation.title')}</h2>
        {simulation !== null && ask}
      </div>
      {error !== null && <FailedState problem={error} />}
      {job.view !== null && job.view.status !== 'done' && (
        <JobProgress title={t('simulation.job')} job={job.view} onCancel={job.cancel} />
      )}
      <Found work={work} week={week} ask={isGoing ? null : ask} isGoing={isGoing} />
    </section>
  )
}

interface FoundProps extends Pick<SimulationSectionProps, 'week'> {
  readonly work: ReturnType<typeof useSimulation>
  readonly ask: ReactElement | null
  readonly isGoing: boolean
}

/** What the latest simulation says; without one, the way to it. */
function Found({ work, week, ask, isGoing }: FoundProps): ReactElement | null {
  const t = useTranslate()
  const { simulation } = work
  if (simulation === null) {
    if (work.isPending) return <LoadingState shape="chart" />
    return isGoing ? null : (
      <EmptyState
        title={t('simulation.empty')}
        nextStep={t('simulation.empty.next')}
        action={ask}
      />
    )
  }
  return (
    <>
      {simulation.staleBecause.length > 0 && (
        <NoticeBar
          kind="stale"
          text={t('simulation.stale', {
            reasons: staleSimulationText(simulation.staleBecause, { t }),
          })}
        />
      )}
      <SimulationWeek simulation={simulation} week={week} />
    </>
  )
}
