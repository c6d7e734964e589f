import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { AuditPackage } from '../../features/papers/audit-package.tsx'
import { ExportList } from '../../features/papers/export-list.tsx'
import { papersAnswer } from '../../features/papers/papers-headline.ts'
import { RetentionSection } from '../../features/retention/retention-section.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { HrSections } from './hr-sections.tsx'

/** Are we ready for an audit? The package of a year, and who took which paper. */
export function PapersPage(): ReactElement {
  const t = useTranslate()
  const plan = api.useQuery('get', '/api/v1/assessment-plan')
  const profiles = api.useQuery('get', '/api/v1/position-profiles')
  const error = plan.error ?? profiles.error
  return (
    <>
      <HrSections />
      <PageHeadline
        question={t('papers.question')}
        answer={
          plan.data === undefined || profiles.data === undefined
            ? null
            : papersAnswer(plan.data, profiles.data.functions, t)
        }
      />
      {error !== null && <FailedState problem={error} />}
      {error === null && (
        <>
          <AuditPackage />
          <ExportList />
          <RetentionSection />
        </>
      )}
    </>
  )
}
