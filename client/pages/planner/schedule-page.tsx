import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

export function SchedulePage(): ReactElement {
  const t = useTranslate()
  return (
    <>
      <PageHeadline question={t('schedule.question')} answer={null} />
      <EmptyState title={t('schedule.empty')} nextStep={t('schedule.empty.next')} />
    </>
  )
}
