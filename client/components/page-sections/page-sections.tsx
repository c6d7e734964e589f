import { NativeSelect } from '@mantine/core'
import { Link, type LinkProps, useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import styles from './page-sections.module.css'

interface Section {
  readonly to: NonNullable<LinkProps['to']>
  readonly name: string
  /** True when other sections lie below its address, and are not it. */
  readonly exact?: boolean
}

interface PageSectionsProps {
  /** Names the list for a screen reader. */
  readonly label: string
  readonly sections: readonly Section[]
}

/** More than these would push the page itself out of a phone's screen: there they are a choice. */
const PHONE_LINKS_MAX = 4

/** Pages of one subject, one beside the other; the one that is open is marked. */
export function PageSections({ label, sections }: PageSectionsProps): ReactElement {
  const isMany = sections.length > PHONE_LINKS_MAX
  return (
    <nav aria-label={label} className={styles['whole']} data-many={isMany}>
      <div className={styles['sections']}>
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
      </div>
      {isMany && <SectionChoice label={label} sections={sections} />}
    </nav>
  )
}

function SectionChoice({ label, sections }: PageSectionsProps): ReactElement {
  const navigate = useNavigate()
  const here = useLocation({ select: ({ pathname }) => pathname })
  const open = sections.find(
    ({ to, exact = false }) => here === to || (!exact && here.startsWith(`${to}/`)),
  )
  return (
    <NativeSelect
      aria-label={label}
      className={styles['choice']}
      value={open?.to ?? ''}
      data={sections.map(({ to, name }) => ({ value: to, label: name }))}
      onChange={({ currentTarget }) => void navigate({ to: currentTarget.value })}
    />
  )
}
