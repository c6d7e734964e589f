import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './day-sections.module.css'

const SECTIONS = [
  { to: '/today', label: 'today.section.people' },
  { to: '/today/hours', label: 'today.section.hours' },
  { to: '/today/alerts', label: 'today.section.alerts' },
] as const

/** The pages about the day, one beside the other. */
export function DaySections(): ReactElement {
  const t = useTranslate()
  return (
    <nav aria-label={t('today.sections')} className={styles['sections']}>
      {SECTIONS.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          className={styles['section']}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: `${styles['section']} ${styles['active']}` }}
        >
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
