import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

export function HistoryPage(): ReactElement {
  const t = useTranslate()
  return (
    <>
      <PageHeadline question={t('history.question')} answer={null} />
      <EmptyState title={t('history.empty')} nextStep={t('history.empty.next')} />
    </>
  )
}
