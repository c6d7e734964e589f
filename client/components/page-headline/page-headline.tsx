import type { ReactElement, ReactNode } from 'react'

import styles from './page-headline.module.css'

/**
 * How the answer bears on the reader. `covered` and `unknown` look alike but for the words;
 * `under`, `over` and `law` take their colours, each with a word in the answer itself.
 */
export type AnswerTone = 'covered' | 'under' | 'over' | 'law' | 'unknown'

export interface Answer {
  readonly text: string
  readonly tone: AnswerTone
}

interface PageHeadlineProps {
  /** The one question that the page answers. */
  readonly question: string
  /** Null while it is not known yet. */
  readonly answer: Answer | null
  /** Actions of the page, at most three. */
  readonly actions?: ReactNode
}

/** A page begins with its question and the answer in words. */
export function PageHeadline({ question, answer, actions }: PageHeadlineProps): ReactElement {
  return (
    <header className={styles['headline']}>
      <div className={styles['words']}>
        <h1 className={styles['question']}>{question}</h1>
        {answer !== null && (
          <output className={styles['answer']} data-tone={answer.tone}>
            {answer.text}
          </output>
        )}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  )
}
