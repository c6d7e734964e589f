import { type ReactElement, useState } from 'react'

import type { components } from '../../../api/schema.d.ts'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { api } from '../../../lib/api.ts'
import { isMessageKey } from '../../../lib/i18n/catalogue.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { QueueName } from './shift-panel-props.ts'

import styles from './shift-panel.module.css'

interface ShiftReasonProps {
  readonly scheduleId: string
  readonly shiftId: string
  readonly revision: number
  readonly queues: readonly QueueName[]
}

/** Why does this person work then? Asked for when it is opened. */
export function ShiftReason(props: ShiftReasonProps): ReactElement {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className={styles['reason']}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('reason.title')}</summary>
      {isOpen && <Reason key={props.revision} {...props} />}
    </details>
  )
}

function Reason({ scheduleId, shiftId, queues }: ShiftReasonProps): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery(
    'get',
    '/api/v1/schedules/{scheduleId}/shifts/{shiftId}/reason',
    { params: { path: { scheduleId, shiftId } } },
    { staleTime: 0, gcTime: 0 },
  )
  if (error !== null) return <FailedState problem={error} />
  if (data === undefined) return <p className={styles['note']}>{t('effect.counting')}</p>
  return <Told reason={data} queues={queues} />
}

interface ToldProps extends Pick<ShiftReasonProps, 'queues'> {
  readonly reason: components['schemas']['ShiftReason']
}

function Told({ reason, queues }: ToldProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { worth, terms, shortWithout } = reason
  return (
    <>
      <p className={styles['line']}>
        {t(worth >= 0 ? 'reason.worth' : 'reason.worthless', {
          cost: format.number(Math.abs(worth), 1),
        })}
      </p>
      {shortWithout.length > 0 && (
        <ul className={styles['violations']}>
          {shortWithout.map(({ queueId, hours, startsAt, endsAt }) => (
            <li key={queueId}>
              {t('reason.short', {
                queue: queues.find(({ id }) => id === queueId)?.name ?? '',
                hours: format.number(hours, 1),
                when: format.weekdayRange(Date.parse(startsAt), Date.parse(endsAt)),
              })}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles['facts']}>
        {terms.map(({ term, change }) => {
          const key = `reason.term.${term}`
          return (
            <div key={term} className={styles['fact']}>
              <dt>{isMessageKey(key) ? t(key) : term}</dt>
              <dd>{format.signed(change, 1)}</dd>
            </div>
          )
        })}
      </dl>
      <p className={styles['note']}>{t('reason.how')}</p>
    </>
  )
}
