import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type ProblemView, problemText } from '../../lib/problem.ts'

import styles from './sign-in-form.module.css'

/** Why nobody was let in, above the form. */
export function SignInError({ error }: { readonly error: ProblemView }): ReactElement {
  const t = useTranslate()
  const { text, nextStep } = problemText(error, t)
  return (
    <div role="alert" className={styles['error']}>
      <strong>{text}</strong>
      <br />
      {nextStep}
    </div>
  )
}
