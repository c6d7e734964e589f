import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { SurveyForm } from '../../features/surveys/survey-form.tsx'
import { surveysAnswer } from '../../features/surveys/survey-headline.ts'
import { SurveyList } from '../../features/surveys/survey-list.tsx'
import { SurveyTrend } from '../../features/surveys/survey-trend.tsx'
import type { Survey } from '../../features/surveys/use-surveys.ts'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useToday } from '../../lib/use-today.ts'
import { HrSections } from './hr-sections.tsx'

/** What do our people think of their work (п. 14, 15), and what is done about it? */
export function SurveysPage(): ReactElement {
  const t = useTranslate()
  const { percent } = useFormat()
  const date = useDateText()
  const today = useToday()
  const [isAdding, setAdding] = useState(false)
  const me = api.useQuery('get', '/api/v1/me').data
  const { data, error } = api.useQuery('get', '/api/v1/surveys')
  const canManage = me?.abilities.managePeople === true
  return (
    <>
      <UnsavedGuard />
      <HrSections />
      <PageHeadline
        question={t('surveys.question')}
        answer={
          data === undefined ? null : surveysAnswer(data.surveys, today, { t, percent, date })
        }
        actions={canManage && <Button onClick={() => setAdding(true)}>{t('surveys.add')}</Button>}
      />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="form" />}
      {data !== undefined && (
        <Surveys
          surveys={data.surveys}
          canManage={canManage}
          isAdding={isAdding}
          onAdded={() => setAdding(false)}
        />
      )}
    </>
  )
}

interface SurveysProps {
  readonly surveys: readonly Survey[]
  readonly canManage: boolean
  readonly isAdding: boolean
  readonly onAdded: () => void
}

function Surveys({ surveys, canManage, isAdding, onAdded }: SurveysProps): ReactElement {
  const t = useTranslate()
  const isHead = api.useQuery('get', '/api/v1/me').data?.abilities.readAudit === true
  return (
    <>
      {isAdding && <SurveyForm lastQuestions={surveys[0]?.questions} onDone={onAdded} />}
      {surveys.length === 0 && !isAdding && (
        <EmptyState
          title={t('surveys.none')}
          nextStep={t(canManage ? 'surveys.none.start' : 'surveys.none.wait')}
        />
      )}
      <SurveyTrend surveys={surveys} />
      <SurveyList surveys={surveys} canManage={canManage} canAct={canManage || isHead} />
    </>
  )
}
