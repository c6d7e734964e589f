import type { ReactElement } from 'react'

import { PageSections } from '../../components/page-sections/page-sections.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

/** The pages about people, one beside the other. */
export function HrSections(): ReactElement {
  const t = useTranslate()
  return (
    <PageSections
      label={t('hr.sections')}
      sections={[
        { to: '/people', name: t('hr.people') },
        { to: '/competences', name: t('hr.competences') },
        { to: '/assessments', name: t('hr.assessments') },
        { to: '/training', name: t('hr.training') },
        { to: '/catalogue', name: t('hr.catalogue') },
        { to: '/notices', name: t('hr.notices') },
      ]}
    />
  )
}
