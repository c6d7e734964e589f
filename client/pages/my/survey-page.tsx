import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { OwnSurvey } from '../../features/surveys/own-survey.tsx'
import { ownSurveysAnswer } from '../../features/surveys/survey-headline.ts'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

/** What do I think of my work? Answered so that nobody can tell who it was. */
export function OwnSurveyPage(): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/my/surveys')
  return (
    <>
      <PageHeadline
        question={t('mySurvey.question')}
        answer={data === undefined ? null : ownSurveysAnswer(data.surveys, t)}
      />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="form" />}
      {data?.surveys.length === 0 && (
        <EmptyState title={t('mySurvey.empty')} nextStep={t('mySurvey.empty.next')} />
      )}
      {data?.surveys.map((survey) => (
        <OwnSurvey key={survey.id} survey={survey} />
      ))}
    </>
  )
}
