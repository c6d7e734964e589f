import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './hr-sections.module.css'

const SECTIONS = [
  { to: '/people', label: 'hr.people' },
  { to: '/competences', label: 'hr.competences' },
  { to: '/assessments', label: 'hr.assessments' },
  { to: '/training', label: 'hr.training' },
  { to: '/catalogue', label: 'hr.catalogue' },
  { to: '/notices', label: 'hr.notices' },
] as const

/** The pages about people, one beside the other. */
export function HrSections(): ReactElement {
  const t = useTranslate()
  return (
    <nav aria-label={t('hr.sections')} className={styles['sections']}>
      {SECTIONS.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          className={styles['section']}
          activeProps={{ className: `${styles['section']} ${styles['active']}` }}
        >
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
