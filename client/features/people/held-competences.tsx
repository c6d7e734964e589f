import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useToday } from '../../lib/use-today.ts'

import styles from './people.module.css'

interface HeldCompetencesProps {
  readonly card: components['schemas']['OperatorCard']
}

/** What somebody can do, how well, and until when that holds. */
export function HeldCompetences({ card }: HeldCompetencesProps): ReactElement {
  const { locale, t } = useLocale()
  const date = useDateText()
  const today = useToday()
  const { data } = api.useQuery('get', '/api/v1/competences')
  const names = new Map(data?.competences.map(({ code, name }) => [code, name[locale]]))
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('people.competences')}</h2>
      {card.competences.length === 0 && (
        <p className={styles['note']}>{t('people.competences.none')}</p>
      )}
      <ul className={styles['list']}>
        {card.competences.map(({ code, level, validUntil }) => {
          const isExpired = validUntil !== null && validUntil < today
          return (
            <li key={code}>
              <span>{names.get(code) ?? code}</span>
              <span className={isExpired ? styles['expired'] : undefined}>
                {t('people.level', { level })},{' '}
                {isExpired
                  ? t('people.expiredOn', { date: date(validUntil) })
                  : t('people.validUntil', { date: date(validUntil) })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
