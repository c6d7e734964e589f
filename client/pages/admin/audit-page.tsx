import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { AuditFilter } from '../../features/audit/audit-filter.tsx'
import { auditAnswer } from '../../features/audit/audit-headline.ts'
import { AuditList } from '../../features/audit/audit-list.tsx'
import { readAuditSearch } from '../../features/audit/audit-search.ts'
import { useAudit } from '../../features/audit/use-audit.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

/** Who changed what, when, from what, to what? */
export function AuditPage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const search = readAuditSearch(useSearch({ strict: false }))
  const navigate = useNavigate({ from: '/audit' })
  const { records, names, error, more, isLoadingMore } = useAudit(search)
  return (
    <>
      <PageHeadline
        question={t('audit.question')}
        answer={records === undefined ? null : auditAnswer(records, format, t)}
      />
      <AuditFilter
        search={search}
        onChange={(part) => void navigate({ search: readAuditSearch({ ...search, ...part }) })}
        onClear={() => void navigate({ search: {} })}
      />
      {error !== null && <FailedState problem={error} />}
      {records === undefined && error === null && <LoadingState shape="table" />}
      {records?.length === 0 && (
        <EmptyState title={t('audit.empty')} nextStep={t('audit.empty.next')} />
      )}
      {records !== undefined && records.length > 0 && (
        <AuditList
          records={records}
          names={names}
          storyOf={search.id ?? null}
          onStory={({ entity, entityId }) => void navigate({ search: { entity, id: entityId } })}
        />
      )}
      {more !== null && (
        <Button variant="default" onClick={more} loading={isLoadingMore}>
          {t('audit.more')}
        </Button>
      )}
    </>
  )
}
