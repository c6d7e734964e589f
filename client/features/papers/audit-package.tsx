import { NumberInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useToday } from '../../lib/use-today.ts'
import { PaperButtons } from './paper-buttons.tsx'

import styles from './papers.module.css'

const YEAR_FIRST = 2000

/** What an auditor asks for about people, of one year. */
export function AuditPackage(): ReactElement {
  const t = useTranslate()
  const thisYear = Number(useToday().slice(0, 4))
  const [year, setYear] = useState(thisYear)
  return (
    <section className={styles['section']} aria-label={t('papers.audit')}>
      <h2 className={styles['title']}>{t('papers.audit')}</h2>
      <p className={styles['note']}>{t('papers.audit.hint')}</p>
      <NumberInput
        label={t('papers.year')}
        className={styles['year'] ?? ''}
        value={year}
        min={YEAR_FIRST}
        max={thisYear}
        onChange={(value) => setYear(typeof value === 'number' ? value : thisYear)}
      />
      <PaperButtons about={{ year }} />
    </section>
  )
}
