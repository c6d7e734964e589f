import type { ReactElement } from 'react'

import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import type { OwnCompetence } from './own-competence.ts'

import styles from './own-competence.module.css'

type OwnQueue = OwnCompetence['queues'][number]

interface OwnQueuesProps {
  readonly queues: readonly OwnQueue[]
}

/** Which contacts am I given, and what is lacking for the others (п. 18)? Nothing for whoever takes none. */
export function OwnQueues({ queues }: OwnQueuesProps): ReactElement | null {
  const { locale, t } = useLocale()
  if (queues.length === 0) return null
  const open = queues.filter(({ lacking }) => lacking.length === 0)
  const closed = queues.filter(({ lacking }) => lacking.length > 0)
  return (
    <section className={styles['section']} aria-label={t('my.queues')}>
      <h2 className={styles['title']}>{t('my.queues')}</h2>
      <p>
        {open.length === 0 ? t('my.queues.none') : open.map(({ name }) => name[locale]).join('; ')}
      </p>
      {closed.length > 0 && (
        <>
          <p className={styles['note']}>{t('my.queues.closed')}</p>
          <ul className={styles['list']}>
            {closed.map((queue) => (
              <ClosedQueue key={queue.code} queue={queue} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function ClosedQueue({ queue }: { readonly queue: OwnQueue }): ReactElement {
  const { locale, t } = useLocale()
  const date = useDateText()
  const nameOf = useCompetenceNames()
  const why = ({ code, minLevel, level, expiredOn }: OwnQueue['lacking'][number]): string => {
    const name = nameOf(code)
    if (expiredOn !== null) return t('my.queues.expired', { name, date: date(expiredOn) })
    if (level === null) return t('my.queues.missing', { name, level: minLevel })
    return t('my.queues.low', { name, level: minLevel, own: level })
  }
  return (
    <li>
      <span>{queue.name[locale]}</span>
      <span className={styles['law']}>{queue.lacking.map((one) => why(one)).join('; ')}</span>
    </li>
  )
}
