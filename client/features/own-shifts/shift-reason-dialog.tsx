import { Modal } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { ObjectionButton } from '../../components/objection-button.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useQueues } from '../../lib/use-queues.ts'
import type { OwnShift } from './own-shifts.ts'

import styles from './own-shifts.module.css'

type Reason = components['schemas']['OwnShiftReason']

interface ShiftReasonDialogProps {
  readonly shift: OwnShift
  readonly onClose: () => void
}

/** Why do I work then? What the shift is for, who confirmed it, and the way to object. */
export function ShiftReasonDialog({ shift, onClose }: ShiftReasonDialogProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { startsAt, endsAt } = shift
  const when = format.weekdayRange(Date.parse(startsAt), Date.parse(endsAt))
  const { data, error } = api.useQuery('get', '/api/v1/my/shifts/reason', {
    params: { query: { startsAt } },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('myShifts.why.title', { when })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="form" />}
      {data !== undefined && (
        <>
          <Told reason={data} />
          <ObjectionButton about="shift" subject={startsAt} what={t('myShifts.shift', { when })} />
        </>
      )}
    </Modal>
  )
}

function Told({ reason }: { readonly reason: Reason }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { queues } = useQueues()
  const { origin, publishedBy, publishedAt, neededFor, setAside } = reason
  return (
    <ul className={styles['reasons']}>
      <li>
        {t(origin === 'engine' ? 'myShifts.why.engine' : 'myShifts.why.manual')}{' '}
        {publishedBy !== null &&
          publishedAt !== null &&
          t('myShifts.why.confirmed', {
            who: publishedBy,
            when: format.dateTime(Date.parse(publishedAt)),
          })}
      </li>
      {neededFor.map(({ queueId, hours, startsAt, endsAt }) => (
        <li key={queueId}>
          {t('myShifts.why.needed', {
            queue: queues.find(({ id }) => id === queueId)?.name ?? '',
            hours: format.number(hours, 1),
            when: format.timeRange(Date.parse(startsAt), Date.parse(endsAt)),
          })}
        </li>
      ))}
      {neededFor.length === 0 && <li>{t('myShifts.why.hours')}</li>}
      {setAside.map((wish) => (
        <li key={wish}>{t(`myShifts.why.setAside.${wish}`)}</li>
      ))}
    </ul>
  )
}
