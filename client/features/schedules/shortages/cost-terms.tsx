import type { ReactElement } from 'react'

import type { components } from '../../../api/schema.d.ts'
import { isMessageKey } from '../../../lib/i18n/catalogue.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'

import styles from './shortage-panel.module.css'

type CostTerm = components['schemas']['ShiftReason']['terms'][number]

/** So many of the weightiest say why. */
const TOLD = 3

/** What a cost is the sum of: `Часы ниже нормы +16,0 · Оплата −8,0`. */
export function CostTerms({ terms }: { readonly terms: readonly CostTerm[] }): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  if (terms.length === 0) return null
  return (
    <span className={styles['terms']}>
      {terms
        .slice(0, TOLD)
        .map(({ term, change }) => {
          const key = `reason.term.${term}`
          return `${isMessageKey(key) ? t(key) : term} ${format.signed(change, 1)}`
        })
        .join(' · ')}
    </span>
  )
}
