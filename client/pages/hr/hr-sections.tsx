import type { ReactElement } from 'react'

import { PageSections } from '../../components/page-sections/page-sections.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { ReminderBar } from './reminder-bar.tsx'
import { usePeoplePlaces } from './use-people-places.ts'

/** The pages about people, one beside the other; nothing for those who may open only one of them. */
export function HrSections(): ReactElement | null {
  const t = useTranslate()
  const places = usePeoplePlaces()
  if (places.length === 0) return null
  return (
    <>
      <PageSections
        label={t('hr.sections')}
        sections={places.map(({ to, label }) => ({ to, name: t(label) }))}
      />
      <ReminderBar />
    </>
  )
}
