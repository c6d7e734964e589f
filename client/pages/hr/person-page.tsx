import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { AvailabilitySection } from '../../features/availability/availability-section.tsx'
import { PersonFile } from '../../features/papers/person-file.tsx'
import { ContractHistory } from '../../features/people/contract-history.tsx'
import { Employment } from '../../features/people/employment.tsx'
import { HeldCompetences } from '../../features/people/held-competences.tsx'
import { OwnSignIn } from '../../features/people/own-sign-in.tsx'
import { PersonDetails } from '../../features/people/person-details.tsx'
import { PersonHours } from '../../features/people/person-hours.tsx'
import { PersonalRecords } from '../../features/people/personal-records.tsx'
import { RemoteWork } from '../../features/people/remote-work.tsx'
import { SecondJobs } from '../../features/people/second-jobs.tsx'
import { TimelineSection } from '../../features/people/timeline-section.tsx'
import { nameOf, usePeopleAbilities, usePlaces } from '../../features/people/use-people.ts'
import { TraineePermits } from '../../features/trainees/trainee-permits.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { HrSections } from './hr-sections.tsx'

import styles from '../../features/people/people.module.css'

/** Who is this? One person: work, contracts, competences, and for HR what the law attaches. */
export function PersonPage(): ReactElement {
  const t = useTranslate()
  const { operatorId } = useParams({ from: '/planner/people/$operatorId' })
  const { contracts } = usePlaces()
  const { canManage, canReadPersonal, canSeeHours, canSeeRemoteWork } = usePeopleAbilities()
  const { data: card, error } = api.useQuery('get', '/api/v1/operators/{operatorId}', {
    params: { path: { operatorId } },
  })
  const answer =
    card === undefined
      ? null
      : {
          text: `${card.person.fullName}: ${nameOf(contracts, card.person.contractCode)}`,
          tone: 'covered' as const,
        }
  return (
    <>
      <UnsavedGuard />
      <HrSections />
      <PageHeadline question={t('people.card')} answer={answer} />
      {error !== null && <FailedState problem={error} />}
      {card === undefined && error === null && <LoadingState shape="form" />}
      {card !== undefined && (
        <div className={styles['sections']}>
          <PersonDetails card={card} canManage={canManage} />
          <HeldCompetences card={card} />
          <TraineePermits operatorId={operatorId} />
          <ContractHistory card={card} canManage={canManage} />
          {canManage && <OwnSignIn card={card} />}
          <Employment card={card} canManage={canManage} />
          {canSeeHours && <PersonHours operatorId={operatorId} />}
          {canSeeRemoteWork && <RemoteWork operatorId={operatorId} canManage={canManage} />}
          {canManage && <SecondJobs operatorId={operatorId} />}
          {canReadPersonal && <PersonalRecords operatorId={operatorId} />}
          <AvailabilitySection operatorId={operatorId} />
          <TimelineSection card={card} />
          <PersonFile operatorId={operatorId} />
        </div>
      )}
    </>
  )
}
