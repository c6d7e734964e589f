import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { PageSections } from '../../components/page-sections/page-sections.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { ReminderBar } from './reminder-bar.tsx'

type Role = components['schemas']['Me']['roles'][number]

/** Pages that not everybody may open who may see people: the server refuses others what is on them. */
const READERS = {
  dueDates: ['hr', 'supervisor', 'head'],
  headCount: ['hr', 'planner', 'head'],
  surveys: ['hr', 'supervisor', 'head'],
  objections: ['hr', 'planner', 'supervisor', 'head'],
  papers: ['hr', 'head'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

/** The pages about people, one beside the other; nothing for those who may open only one of them. */
export function HrSections(): ReactElement | null {
  const t = useTranslate()
  const roles = api.useQuery('get', '/api/v1/me').data?.roles ?? []
  if (roles.every((role) => role === 'operator')) return null
  const mayOpen = (page: keyof typeof READERS): boolean =>
    roles.includes('admin') || READERS[page].some((role) => roles.includes(role))
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
          ...(['dueDates', 'headCount', 'surveys', 'objections', 'papers'] as const)
            .filter((page) => mayOpen(page))
            .map((page) => ({ to: ADDRESSES[page], name: t(`hr.${page}`) })),
          { to: '/catalogue', name: t('hr.catalogue') },
          { to: '/notices', name: t('hr.notices') },
        ]}
      />
      <ReminderBar />
    </>
  )
}

const ADDRESSES = {
  dueDates: '/due-dates',
  headCount: '/head-count',
  surveys: '/surveys',
  objections: '/objections',
  papers: '/papers',
} as const
