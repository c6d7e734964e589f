import type { ReactElement } from 'react'

import { PageSections } from '../../components/page-sections/page-sections.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

/** The pages about the day, one beside the other. */
export function DaySections(): ReactElement {
  const t = useTranslate()
  return (
    <PageSections
      label={t('today.sections')}
      sections={[
        { to: '/today', name: t('today.section.people'), exact: true },
        { to: '/today/hours', name: t('today.section.hours') },
        { to: '/today/exceptions', name: t('today.section.exceptions') },
        { to: '/today/alerts', name: t('today.section.alerts') },
        { to: '/today/figures', name: t('today.section.figures') },
        { to: '/today/policy', name: t('today.section.policies') },
        { to: '/today/feeds', name: t('today.section.feeds') },
      ]}
    />
  )
}
