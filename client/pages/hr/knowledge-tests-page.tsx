import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { AssignForm } from '../../features/knowledge-tests/assign-form.tsx'
import { AssignmentList } from '../../features/knowledge-tests/assignment-list.tsx'
import { QuestionBank } from '../../features/knowledge-tests/question-bank.tsx'
import { TestSettings } from '../../features/knowledge-tests/test-settings.tsx'
import { testsAnswer } from '../../features/knowledge-tests/tests-headline.ts'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useToday } from '../../lib/use-today.ts'
import { HrSections } from './hr-sections.tsx'

/** Who has still to show what they know? Then how it is tested, and what may be asked. */
export function KnowledgeTestsPage(): ReactElement {
  const t = useTranslate()
  const today = useToday()
  const { tests, canManage, canAssign } = useTesting()
  const { data, error } = api.useQuery('get', '/api/v1/test-assignments')
  const [isAssigning, setAssigning] = useState(false)
  const assignments = data?.assignments
  const assign = <Button onClick={() => setAssigning(true)}>{t('tests.assign')}</Button>
  return (
    <>
      <UnsavedGuard />
      <HrSections />
      <PageHeadline
        question={t('tests.page.question')}
        answer={assignments === undefined ? null : testsAnswer(assignments, today, t)}
        actions={canAssign && tests.length > 0 && assign}
      />
      {error !== null && <FailedState problem={error} />}
      {error === null && assignments === undefined && <LoadingState shape="table" />}
      {isAssigning && <AssignForm tests={tests} onDone={() => setAssigning(false)} />}
      {assignments !== undefined && (
        <>
          <AssignmentList assignments={assignments} canSeeAnswers={canAssign} />
          <TestSettings tests={tests} canManage={canManage} />
          {canManage && <QuestionBank first={tests[0]?.competenceCode} />}
        </>
      )}
    </>
  )
}

/** The tests there are. HR makes them; supervisors may have them passed, too. */
function useTesting() {
  const tests = api.useQuery('get', '/api/v1/knowledge-tests').data?.tests ?? []
  const abilities = api.useQuery('get', '/api/v1/me').data?.abilities
  const canManage = abilities?.managePeople === true
  return { tests, canManage, canAssign: canManage || abilities?.supervise === true }
}
