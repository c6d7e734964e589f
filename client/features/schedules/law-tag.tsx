import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { articleNumber } from './article-number.ts'

import styles from './law-tag.module.css'

/** Paragraphs of order № 443/НҚ that a schedule is held to, by the code of the rule. */
const PARAGRAPHS: Readonly<Record<string, number>> = { P18: 18 }

interface LawTagProps {
  /** Stable code of the rule; left out where every rule is one of the engine's. */
  readonly rule?: string
  /** Of the Labour Code; null for a rule of the order or of the centre's own. */
  readonly article: string | null
}

/** What a rule stands on: an article of the Labour Code, a paragraph of the order, or the centre. */
export function LawTag({ rule, article }: LawTagProps): ReactElement {
  const t = useTranslate()
  const paragraph = rule === undefined ? undefined : PARAGRAPHS[rule]
  if (paragraph !== undefined) {
    return <span className={styles['law']}>{t('law.order', { paragraph })}</span>
  }
  const number = article === null ? null : articleNumber(article)
  return (
    <span className={styles['law']} data-own={number === null} title={article ?? undefined}>
      {number === null ? t('law.own') : t('law.article', { article: number })}
    </span>
  )
}
