import type { ReactElement } from 'react'

import { ObjectionButton } from '../../components/objection-button.tsx'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useNow } from '../../lib/use-now.ts'
import type { OwnCompetence } from './own-competence.ts'

import styles from './own-competence.module.css'

const MINUTE_MS = 60_000

interface OwnProps {
  readonly own: OwnCompetence
}

/** What one is to learn and where to be, what was learnt, and the papers of it. */
export function OwnTraining({ own }: OwnProps): ReactElement {
  const { t } = useLocale()
  const open = own.steps.filter(({ status }) => status === 'planned')
  const isEmpty = open.length + own.sessions.length + own.certificates.length === 0
  return (
    <section className={styles['section']} aria-label={t('my.training')}>
      <h2 className={styles['title']}>{t('my.training')}</h2>
      {isEmpty && <p className={styles['note']}>{t('my.training.none')}</p>}
      <ul className={styles['list']}>
        {own.sessions.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
        {open.map((step) => (
          <StepLine key={step.id} step={step} />
        ))}
        {own.certificates.map((one) => (
          <CertificateLine key={one.id} certificate={one} />
        ))}
      </ul>
    </section>
  )
}

function SessionLine({
  session,
}: {
  readonly session: OwnCompetence['sessions'][number]
}): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const nowMs = useNow(MINUTE_MS)
  const { startsAt, endsAt, status, siteCode, room, trainer } = session
  const own = session.people[0]
  const where = [siteCode ?? t('training.remote'), room, trainer]
  return (
    <li>
      <span>
        <b>{session.courseName[locale]}</b>
        <br />
        <small className={styles['evidence']}>
          {where.filter((part) => part !== '').join(', ')}
        </small>
      </span>
      <span>
        {format.date(Date.parse(startsAt))},{' '}
        {format.weekdayRange(Date.parse(startsAt), Date.parse(endsAt))};{' '}
        {own?.passed === true || own?.passed === false
          ? t(own.passed ? 'my.passed' : 'my.notPassed')
          : t(`training.status.${status}`)}
      </span>
      {status === 'planned' && Date.parse(startsAt) > nowMs && (
        <ObjectionButton about="session" subject={session.id} what={session.courseName[locale]} />
      )}
    </li>
  )
}

function StepLine({ step }: { readonly step: OwnCompetence['steps'][number] }): ReactElement {
  const { t } = useLocale()
  const date = useDateText()
  const nameOf = useCompetenceNames()
  return (
    <li>
      <span>
        <b>{nameOf(step.competenceCode)}</b>
        <br />
        <small className={styles['evidence']}>
          {[t(`training.way.${step.way}`), step.mentorName ?? ''].filter(Boolean).join(', ')}
        </small>
      </span>
      <span>
        {t('people.level', { level: step.targetLevel })},{' '}
        {t('training.until', { date: date(step.dueOn) })}
      </span>
    </li>
  )
}

function CertificateLine({
  certificate,
}: {
  readonly certificate: OwnCompetence['certificates'][number]
}): ReactElement {
  const { t } = useLocale()
  const date = useDateText()
  const { title, number, issuedBy, issuedOn, validUntil, withdrawnOn } = certificate
  return (
    <li>
      <span>
        <b>{title}</b>
        <br />
        <small className={styles['evidence']}>
          № {number}, {issuedBy}, {date(issuedOn)}
        </small>
      </span>
      <span>
        {withdrawnOn !== null
          ? t('training.withdrawn', { date: date(withdrawnOn) })
          : validUntil === null
            ? t('training.forGood')
            : t('people.validUntil', { date: date(validUntil) })}
      </span>
    </li>
  )
}
