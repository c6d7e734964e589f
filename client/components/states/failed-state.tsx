import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type ProblemView, problemText } from '../../lib/problem.ts'

import styles from './states.module.css'

interface FailedStateProps {
  readonly problem: ProblemView
  /** Absent where trying again cannot help. */
  readonly onRetry?: () => void
}

/** What failed, where, and what to do about it. */
export function FailedState({ problem, onRetry }: FailedStateProps): ReactElement {
  const t = useTranslate()
  const { text, nextStep, places } = problemText(problem, t)
  return (
    <section role="alert" className={styles['place']} data-kind="failed">
      <h2 className={styles['title']}>{text}</h2>
      {problem.detail !== undefined && <p className={styles['next']}>{problem.detail}</p>}
      {places.length > 0 && (
        <ul className={styles['places']}>
          {places.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>
              <b>{pointer}</b>: {detail}
            </li>
          ))}
        </ul>
      )}
      <p className={styles['next']}>{nextStep}</p>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </section>
  )
}
