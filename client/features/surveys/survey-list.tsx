import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { SurveyActions } from './survey-actions.tsx'
import { SurveyResults } from './survey-results.tsx'
import { type Survey } from './use-surveys.ts'

import styles from './surveys.module.css'

interface SurveyListProps {
  readonly surveys: readonly Survey[]
  readonly canManage: boolean
  readonly canAct: boolean
}

/** Every survey, the newest first: who answered, what it says, and what is done about it. */
export function SurveyList({ surveys, ...rights }: SurveyListProps): ReactElement {
  return (
    <>
      {surveys.map((survey) => (
        <SurveyPart key={survey.id} survey={survey} {...rights} />
      ))}
    </>
  )
}

interface SurveyPartProps extends Omit<SurveyListProps, 'surveys'> {
  readonly survey: Survey
}

function SurveyPart({ survey, canManage, canAct }: SurveyPartProps): ReactElement {
  const { t, locale } = useLocale()
  const date = useDateText()
  const { problem, isBusy, send } = useSending()
  const { id, title, status, respondents, audience, opensOn, closesOn, groupMin } = survey
  const close = (): void => {
    const params = { path: { surveyId: id } }
    void send(fetchClient.POST('/api/v1/surveys/{surveyId}/closing', { params }))
  }
  return (
    <section className={styles['section']} aria-label={title[locale]}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{title[locale]}</h2>
        {canManage && status === 'open' && (
          <Button variant="default" loading={isBusy} onClick={close}>
            {t('surveys.close')}
          </Button>
        )}
      </div>
      <p className={styles['note']}>
        {t(`surveys.status.${status}`)}: {date(opensOn)} – {date(closesOn)}.{' '}
        {t('surveys.answered', { count: respondents, all: audience })}
        {status !== 'closed' && ` ${t('surveys.untilClosed', { count: groupMin })}`}
      </p>
      {problem !== null && <FailedState problem={problem} />}
      {status === 'closed' && survey.results === null && <p>{t('surveys.tooFew')}</p>}
      {survey.results !== null && <SurveyResults survey={survey} results={survey.results} />}
      {status === 'closed' && <SurveyActions survey={survey} canAct={canAct} />}
    </section>
  )
}
