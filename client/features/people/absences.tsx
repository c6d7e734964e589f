import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'

import styles from './people.module.css'

interface AbsencesProps {
  readonly card: components['schemas']['OperatorCard']
}

/** When somebody was away in the last year, and will be. */
export function Absences({ card: { absences } }: AbsencesProps): ReactElement | null {
  const t = useTranslate()
  const date = useDateText()
  if (absences.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('people.absences')}</h2>
      <ul className={styles['list']}>
        {absences.map(({ kind, fromDate, toDate }) => {
          const key = `absence.${kind}`
          return (
            <li key={`${kind} ${fromDate}`}>
              <span>{isMessageKey(key) ? t(key) : t('absence.other')}</span>
              <span>
                {date(fromDate)} – {date(toDate)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
