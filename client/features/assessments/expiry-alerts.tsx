import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useQueueCodeNames } from '../../lib/use-queue-code-names.ts'
import { alertFigures, alertsUntil } from './expiry-figures.ts'

import styles from './assessments.module.css'

type Alert = components['schemas']['CompetenceAlert']
type AlertShift = Alert['shifts'][number]

const SHIFTS_SHOWN = 5

/** Competences that expire or were lowered inside a published schedule, with the shifts that lose them (п. 18). */
export function ExpiryAlerts(): ReactElement | null {
  const t = useTranslate()
  const alerts = useAlerts()
  if (alerts.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('assess.alerts')}>
      <h2 className={styles['title']}>§ {t('assess.alerts')}</h2>
      <AlertList alerts={alerts} />
    </section>
  )
}

interface ExpiryNoticeProps {
  /** Only shifts that begin before this instant; all of them without it. */
  readonly beforeMs?: number
}

/** The same for whoever plans or runs the day: a line that opens into people, shifts and what to do. */
export function ExpiryNotice({ beforeMs }: ExpiryNoticeProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const all = useAlerts()
  const alerts = beforeMs === undefined ? all : alertsUntil(all, beforeMs)
  const { people, shifts, firstMs } = alertFigures(alerts)
  if (firstMs === null) return null
  return (
    <details className={styles['notice']}>
      <summary>
        § {t('assess.alerts.bar', { people, shifts, first: format.dateTime(firstMs) })}
      </summary>
      <AlertList alerts={alerts} />
    </details>
  )
}

function useAlerts(): readonly Alert[] {
  return api.useQuery('get', '/api/v1/competence-alerts').data?.alerts ?? []
}

function AlertList({ alerts }: { readonly alerts: readonly Alert[] }): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const nameOf = useCompetenceNames()
  const queueNameOf = useQueueCodeNames()
  // A name may have a comma of its own.
  const queueNames = (codes: readonly string[]): string => codes.map(queueNameOf).join('; ')
  return (
    <ul className={styles['list']}>
      {alerts.map((alert) => (
        <li key={`${alert.operatorId} ${alert.competenceCode} ${alert.lowered === null}`}>
          <span>
            <Link to="/people/$operatorId" params={{ operatorId: alert.operatorId }}>
              {alert.fullName}
            </Link>
            : {nameOf(alert.competenceCode)},{' '}
            {alert.lowered === null
              ? t('people.validUntil', { date: date(alert.validUntil) })
              : t('assess.alerts.lowered', {
                  level: alert.lowered.level,
                  former: alert.lowered.formerLevel,
                  date: date(alert.lowered.assessedOn),
                })}
            <br />
            <small>
              {t('assess.alerts.lost', { queues: queueNames(alert.queueCodes) })}{' '}
              {alert.keptQueueCodes.length === 0 ? (
                <b className={styles['law']}>{t('assess.alerts.barred')}</b>
              ) : (
                t('assess.alerts.kept', { queues: queueNames(alert.keptQueueCodes) })
              )}
            </small>
          </span>
          <AlertShifts shifts={alert.shifts} />
        </li>
      ))}
    </ul>
  )
}

/** The shifts that lose the competence, each a way to it, and the way to plan without them. */
function AlertShifts({ shifts }: { readonly shifts: readonly AlertShift[] }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { canPlan } = useAbilities()
  const [first] = shifts
  return (
    <span className={styles['shifts']}>
      {t('assess.alerts.shifts', { count: shifts.length })}:
      {shifts.slice(0, SHIFTS_SHOWN).map(({ id, week, version, startsAt }) => (
        <Link key={id} to="/schedule" search={{ week, version, shift: id }}>
          {format.dateTime(Date.parse(startsAt))}
        </Link>
      ))}
      {shifts.length > SHIFTS_SHOWN && '…'}
      {canPlan && first !== undefined && (
        <Link
          to="/schedule"
          search={{ week: first.week, version: first.version, remake: first.date }}
        >
          {t('part.title')}
        </Link>
      )}
    </span>
  )
}
