import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useNow } from '../../lib/use-now.ts'
import { useSending } from '../../lib/use-sending.ts'
import { SessionResults } from './session-results.tsx'
import { type Session } from './use-training.ts'

import styles from './training.module.css'

interface SessionListProps {
  readonly canPlace: boolean
  readonly canTeach: boolean
}

/** Sessions, the newest first: what is ahead, what waits for its results, what was held. */
export function SessionList(props: SessionListProps): ReactElement {
  const { t } = useLocale()
  const sessions = api.useQuery('get', '/api/v1/training-sessions').data?.sessions ?? []
  return (
    <section className={styles['section']} aria-label={t('training.sessions')}>
      <h2 className={styles['title']}>{t('training.sessions')}</h2>
      {sessions.length === 0 && <p className={styles['note']}>{t('training.sessions.none')}</p>}
      <ul className={styles['list']}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} {...props} />
        ))}
      </ul>
    </section>
  )
}

interface SessionLineProps extends SessionListProps {
  readonly session: Session
}

function SessionLine({ session, canPlace, canTeach }: SessionLineProps): ReactElement {
  const { t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const [isOpen, setOpen] = useState(false)
  const hasBegun = Date.parse(session.startsAt) <= useNow(60_000)
  const cancel = (): void => {
    const params = { path: { sessionId: session.id } }
    void send(fetchClient.POST('/api/v1/training-sessions/{sessionId}/cancellation', { params }))
  }
  return (
    <li>
      <div className={styles['between']}>
        <SessionWords session={session} hasBegun={hasBegun} />
        <span className={styles['line']}>
          {canTeach && hasBegun && session.status !== 'cancelled' && (
            <Button variant="default" onClick={() => setOpen(!isOpen)}>
              {t('training.results')}
            </Button>
          )}
          {canPlace && session.status === 'planned' && (
            <Button variant="subtle" loading={isBusy} onClick={cancel}>
              {t('training.sessions.cancel')}
            </Button>
          )}
        </span>
      </div>
      {problem !== null && <FailedState problem={problem} />}
      {isOpen && <SessionResults session={session} onDone={() => setOpen(false)} />}
    </li>
  )
}

interface SessionWordsProps {
  readonly session: Session
  readonly hasBegun: boolean
}

function SessionWords({ session, hasBegun }: SessionWordsProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const { startsAt, endsAt, people, places, status, shortAgentHours } = session
  const waits = status === 'planned' && hasBegun
  return (
    <span>
      <b>{session.courseName[locale]}</b>,{' '}
      {t('training.version', { version: session.courseVersion })};{' '}
      {format.date(Date.parse(startsAt))},{' '}
      {format.weekdayRange(Date.parse(startsAt), Date.parse(endsAt))};{' '}
      {t('training.enrolled', { count: people.length, places })};{' '}
      {t(waits ? 'training.status.waits' : `training.status.${status}`)}
      <br />
      <span className={styles['faint']}>
        {[session.trainer, session.siteCode ?? t('training.remote'), session.room]
          .filter((part) => part !== '')
          .join(', ')}
        {shortAgentHours !== null &&
          shortAgentHours > 0 &&
          `; ${t('training.cost', { hours: format.number(shortAgentHours, 1) })}`}
        {people.length > 0 && `; ${people.map(({ fullName }) => fullName).join(', ')}`}
      </span>
    </span>
  )
}
