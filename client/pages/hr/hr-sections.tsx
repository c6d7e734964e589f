import type { ReactElement } from 'react'

import { PageSections } from '../../components/page-sections/page-sections.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { ReminderBar } from './reminder-bar.tsx'

/** The pages about people, one beside the other; nothing for those who may open only one of them. */
export function HrSections(): ReactElement | null {
  const t = useTranslate()
  const roles = api.useQuery('get', '/api/v1/me').data?.roles ?? []
  if (roles.every((role) => role === 'operator')) return null
  return (
    <>
      <PageSections
        label={t('hr.sections')}
        sections={[
          { to: '/people', name: t('hr.people') },
          { to: '/competences', name: t('hr.competences') },
          { to: '/assessments', name: t('hr.assessments') },
          { to: '/knowledge-tests', name: t('hr.tests') },
          { to: '/training', name: t('hr.training') },
          { to: '/due-dates', name: t('hr.dueDates') },
          { to: '/head-count', name: t('hr.headCount') },
          { to: '/surveys', name: t('hr.surveys') },
          { to: '/papers', name: t('hr.papers') },
          { to: '/catalogue', name: t('hr.catalogue') },
          { to: '/notices', name: t('hr.notices') },
        ]}
      />
      <ReminderBar />
    </>
  )
}
