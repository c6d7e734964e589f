import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import styles from './page-sections.module.css'

interface PageSectionsProps {
  /** Names the list for a screen reader. */
  readonly label: string
  readonly sections: readonly {
    readonly to: NonNullable<LinkProps['to']>
    readonly name: string
    /** True when other sections lie below its address, and are not it. */
    readonly exact?: boolean
  }[]
}

/** Pages of one subject, one beside the other; the one that is open is marked. */
export function PageSections({ label, sections }: PageSectionsProps): ReactElement {
  return (
    <nav aria-label={label} className={styles['sections']}>
      {sections.map(({ to, name, exact = false }) => (
        <Link
          key={name}
          to={to}
          className={styles['section']}
          activeOptions={{ exact, includeSearch: false }}
          activeProps={{ className: `${styles['section']} ${styles['active']}` }}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
