import type { ReactElement, ReactNode } from 'react'

import styles from './states.module.css'

interface PageStateProps {
  readonly title: string
  /** What to do next. */
  readonly nextStep: string
  /** The action that does it. */
  readonly action?: ReactNode
}

/** Nothing is here yet: says why, and what to do next. */
export function EmptyState({ title, nextStep, action }: PageStateProps): ReactElement {
  return (
    <section className={styles['place']}>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['next']}>{nextStep}</p>
      {action}
    </section>
  )
}
