import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { articleNumber } from './article-number.ts'
import { LawTag } from './law-tag.tsx'

/** House rules that the centre's settings tell; they are found there by the name of the breach. */
const HOUSE_RULES: ReadonlySet<string> = new Set(['R04', 'R05', 'R08', 'R09', 'R10'])

interface LawLinkProps {
  readonly rule: string
  /** Of the Labour Code; null for a rule of the order or of the centre's own. */
  readonly article: string | null
}

/** What a broken rule stands on, and the way to what it says, where the settings tell it. */
export function LawLink({ rule, article }: LawLinkProps): ReactElement {
  const t = useTranslate()
  const number = article === null ? null : articleNumber(article)
  const find = number ?? (HOUSE_RULES.has(rule) ? rule : null)
  const tag = <LawTag rule={rule} article={article} />
  if (find === null) return tag
  return (
    <Link to="/settings" search={{ section: 'law', find }} title={t('labourRules.show')}>
      {tag}
    </Link>
  )
}
