import type { ReactElement, ReactNode } from 'react'

import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import {
  type Exception,
  EXCEPTION_KINDS,
  type ExceptionGroup,
  groupExceptions,
} from './exceptions.ts'

import styles from './exceptions.module.css'

interface ExceptionListProps {
  readonly exceptions: readonly Exception[]
  /** What can be done with one. */
  readonly actionsOf?: (group: ExceptionGroup) => ReactNode
}

/** Explanations, each with whom it is for, the time, why, and who agreed. */
export function ExceptionList({ exceptions, actionsOf }: ExceptionListProps): ReactElement {
  return (
    <ul className={styles['list']}>
      {groupExceptions(exceptions).map((group) => (
        <li key={group.first.id} data-status={group.first.status}>
          <ExceptionWords {...group} />
          {actionsOf?.(group)}
        </li>
      ))}
    </ul>
  )
}

function ExceptionWords({ first, ids }: ExceptionGroup): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const { operatorName, team, from, to, kind, note, status } = first
  const whom =
    team === null
      ? (operatorName ?? t('exceptions.everybody'))
      : t('exceptions.team', { team: team[locale], count: ids.length })
  return (
    <div className={styles['words']}>
      <p className={styles['text']}>
        <b>{whom}</b> {format.dateRange(Date.parse(from), Date.parse(to))} ·{' '}
        {t(EXCEPTION_KINDS[kind])}
        {note !== '' && `: ${note}`}
      </p>
      <p className={styles['facts']}>
        <b data-status={status}>{t(`exceptions.status.${status}`)}</b>
        <ExceptionFacts exception={first} />
      </p>
    </div>
  )
}

function ExceptionFacts({ exception }: { readonly exception: Exception }): ReactElement {
  const { t } = useLocale()
  const format = useFormat()
  const { requestedBy, requestedAt, decidedBy, decidedAt, reply } = exception
  const time = (instant: string): string => format.weekdayTime(Date.parse(instant))
  // What a supervisor records is approved with it: once is enough to say who.
  const isOneStep = decidedBy === requestedBy && decidedAt !== null
  const facts = [
    ...(isOneStep ? [] : [t('exceptions.asked', { name: requestedBy, time: time(requestedAt) })]),
    ...(decidedAt === null || decidedBy === null
      ? []
      : [t('exceptions.decided', { name: decidedBy, time: time(decidedAt) })]),
    ...(reply === '' ? [] : [t('exceptions.replied', { reply })]),
  ]
  return <>{facts.map((fact) => ` · ${fact}`)}</>
}
