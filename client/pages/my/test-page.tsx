import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { type Answer, PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import {
  type Attempt,
  AttemptEnd,
  AttemptView,
} from '../../features/knowledge-tests/attempt-view.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'

/** What do I know? One attempt at a test, on a phone or a tablet. */
export function TestPage(): ReactElement {
  const t = useTranslate()
  const { attemptId } = useParams({ from: '/planner/my/tests/$attemptId' })
  const nameOf = useCompetenceNames()
  const answerOf = useAttemptAnswer()
  const { data, error, dataUpdatedAt } = api.useQuery(
    'get',
    '/api/v1/my/test-attempts/{attemptId}',
    { params: { path: { attemptId } } },
  )
  return (
    <>
      <PageHeadline
        question={data === undefined ? t('tests.own') : nameOf(data.competenceCode)}
        answer={data === undefined ? null : answerOf(data)}
      />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="form" />}
      {data !== undefined && data.finishedAt === null && (
        <AttemptView attempt={data} receivedMs={dataUpdatedAt} />
      )}
      {data !== undefined && data.finishedAt !== null && (
        <>
          <AttemptEnd attempt={data} />
          <Button size="md" renderRoot={(root) => <Link to="/my/competence" {...root} />}>
            {t('page.ownCompetence')}
          </Button>
        </>
      )}
    </>
  )
}

/** What the attempt asks for while it runs, and what it came to. */
function useAttemptAnswer(): (attempt: Attempt) => Answer {
  const t = useTranslate()
  const format = useFormat()
  return ({ number, attempts, passShare, rightCount, passed, questions }) => {
    if (rightCount === null) {
      const text = t('tests.running', { number, attempts, share: format.percent(passShare) })
      return { text, tone: 'unknown' }
    }
    const score = { right: rightCount, of: questions.length }
    return {
      text: t(passed === true ? 'tests.passed' : 'tests.failed', score),
      tone: passed === true ? 'covered' : 'law',
    }
  }
}
