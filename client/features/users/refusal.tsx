import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type ProblemView, problemText } from '../../lib/problem.ts'

import styles from './users.module.css'

/** Why something could not be done, and the next step. */
export function Refusal({ problem }: { readonly problem: ProblemView }): ReactElement {
  const t = useTranslate()
  const { text, nextStep } = problemText(problem, t)
  return (
    <p role="alert" className={styles['fault']}>
      {text}. {nextStep}
    </p>
  )
}
