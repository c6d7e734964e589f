import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

export function ForecastPage(): ReactElement {
  const t = useTranslate()
  return (
    <>
      <PageHeadline question={t('forecast.question')} answer={null} />
      <EmptyState title={t('forecast.empty')} nextStep={t('forecast.empty.next')} />
    </>
  )
}
