import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './law-tag.module.css'

/** The article that a rule stands on; null for a rule of the centre's own. */
export function LawTag({ article }: { readonly article: string | null }): ReactElement {
  const t = useTranslate()
  return (
    <span className={styles['law']} data-own={article === null}>
      {article === null ? t('law.own') : t('law.article', { article })}
    </span>
  )
}
