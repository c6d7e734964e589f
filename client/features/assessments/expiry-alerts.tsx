import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { api } from '../../lib/api.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'

import styles from './assessments.module.css'

const SHIFTS_SHOWN = 5

/** Competences that expire inside a published schedule, with the shifts that lose them (п. 18). */
export function ExpiryAlerts(): ReactElement | null {
  const { locale, t } = useLocale()
  const format = useFormat()
  const date = useDateText()
  const alerts = api.useQuery('get', '/api/v1/competence-alerts').data?.alerts ?? []
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  if (alerts.length === 0) return null
  const names = new Map(known.map(({ code, name }) => [code, name[locale]]))
  return (
    <section className={styles['section']} aria-label={t('assess.alerts')}>
      <h2 className={styles['title']}>§ {t('assess.alerts')}</h2>
      <ul className={styles['list']}>
        {alerts.map(({ operatorId, fullName, competenceCode, validUntil, queueCodes, shifts }) => (
          <li key={`${operatorId} ${competenceCode}`}>
            <span>
              <Link to="/people/$operatorId" params={{ operatorId }}>
                {fullName}
              </Link>
              : {names.get(competenceCode) ?? competenceCode},{' '}
              {t('people.validUntil', { date: date(validUntil) })} ({queueCodes.join(', ')})
            </span>
            <span>
              {t('assess.alerts.shifts', { count: shifts.length })}:{' '}
              {shifts
                .slice(0, SHIFTS_SHOWN)
                .map(({ startsAt }) => format.dateTime(Date.parse(startsAt)))
                .join('; ')}
              {shifts.length > SHIFTS_SHOWN && ' …'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
