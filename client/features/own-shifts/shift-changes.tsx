import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { OwnShifts } from './own-shifts.ts'

import styles from './own-shifts.module.css'

interface ShiftChangesProps {
  readonly changes: OwnShifts['changes']
  readonly isBusy: boolean
  readonly onSeen: () => void
}

/** What is another than it was at the last look: read, and said to be read. */
export function ShiftChanges({ changes, isBusy, onSeen }: ShiftChangesProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  if (changes.length === 0) return null
  const words = (span: OwnShifts['changes'][number]['before']): string =>
    span === null
      ? t('myShifts.free')
      : format.timeRange(Date.parse(span.startsAt), Date.parse(span.endsAt))
  return (
    <section className={styles['changes']} aria-label={t('myShifts.changes')}>
      <h2 className={styles['title']}>{t('myShifts.changes')}</h2>
      <ul>
        {changes.map(({ before, after }) => {
          const day = Date.parse((after ?? before)?.startsAt ?? '')
          return (
            <li key={day}>
              <b>{format.shortDay(day)}</b>:{' '}
              {t('effect.times', { from: words(before), to: words(after) })}
            </li>
          )
        })}
      </ul>
      <Button loading={isBusy} onClick={onSeen}>
        {t('myShifts.seen')}
      </Button>
    </section>
  )
}
