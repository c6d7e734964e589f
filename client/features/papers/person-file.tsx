import type { ReactElement } from 'react'

import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { PaperButtons } from './paper-buttons.tsx'

import styles from './papers.module.css'

/** A person's whole file, for whoever may take it. */
export function PersonFile({ operatorId }: { readonly operatorId: string }): ReactElement | null {
  const t = useTranslate()
  const abilities = api.useQuery('get', '/api/v1/me').data?.abilities
  if (abilities?.managePeople !== true && abilities?.readAudit !== true) return null
  return (
    <section className={styles['section']} aria-label={t('papers.personFile')}>
      <h2 className={styles['title']}>{t('papers.personFile')}</h2>
      <p className={styles['note']}>{t('papers.personFile.hint')}</p>
      <PaperButtons about={{ operatorId }} />
    </section>
  )
}
