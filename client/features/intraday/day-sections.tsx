import type { ReactElement } from 'react'

import { PageSections } from '../../components/page-sections/page-sections.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { DAY_PLACES } from './day-places.ts'

/** The pages about the day, one beside the other. */
export function DaySections(): ReactElement {
  const t = useTranslate()
  return (
    <PageSections
      label={t('today.sections')}
      sections={DAY_PLACES.map(({ label, ...place }) => ({ ...place, name: t(label) }))}
    />
  )
}
