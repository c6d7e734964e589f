import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { clockOf } from '../../lib/clock-minutes.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useAvailabilityChange, type WeeklyTime } from './use-availability.ts'
import { WeeklyForm } from './weekly-form.tsx'

import styles from './availability.module.css'

interface WeeklyListProps {
  readonly operatorId: string
  readonly weekly: readonly WeeklyTime[]
  readonly canChange: boolean
}

/** Times of the week at which somebody cannot come, such as lectures in a term. */
export function WeeklyList({ operatorId, weekly, canChange }: WeeklyListProps): ReactElement {
  const { t } = useLocale()
  const [isAdding, setAdding] = useState(false)
  const { setWeekly, isBusy, problem } = useAvailabilityChange(operatorId)
  const close = (): void => setAdding(false)
  return (
    <>
      <h3 className={styles['subtitle']}>{t('availability.weekly')}</h3>
      {weekly.length === 0 && <p className={styles['note']}>{t('availability.noWeekly')}</p>}
      <ul className={styles['list']} aria-label={t('availability.weekly')}>
        {weekly.map((time, at) => (
          <WeeklyLine
            key={JSON.stringify(time)}
            time={time}
            isBusy={isBusy}
            {...(canChange
              ? { onDrop: () => setWeekly(weekly.toSpliced(at, 1), () => undefined) }
              : {})}
          />
        ))}
      </ul>
      {problem !== null && <FailedState problem={problem} />}
      {canChange && !isAdding && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('availability.addWeekly')}
        </Button>
      )}
      {isAdding && (
        <WeeklyForm
          isBusy={isBusy}
          onSubmit={(times) => setWeekly([...weekly, ...times], close)}
          onCancel={close}
        />
      )}
    </>
  )
}

interface WeeklyLineProps {
  readonly time: WeeklyTime
  readonly isBusy: boolean
  readonly onDrop?: () => void
}

function WeeklyLine({ time, isBusy, onDrop }: WeeklyLineProps): ReactElement {
  const { locale, t } = useLocale()
  const date = useDateText()
  const { weekday, fromMinutes, toMinutes, fromDate, toDate } = time
  const isWholeDay = fromMinutes === 0 && toMinutes === 1440
  const clock = isWholeDay
    ? t('availability.wholeDay')
    : `${clockOf(fromMinutes)}–${clockOf(toMinutes)}`
  const when = `${DATE_NAMES[locale].weekdays[weekday] ?? ''}, ${clock}`
  return (
    <li>
      <span>
        {when}
        {(fromDate !== null || toDate !== null) && `; ${date(fromDate)} – ${date(toDate)}`}
      </span>
      {onDrop !== undefined && (
        <Button
          variant="default"
          size="compact-sm"
          disabled={isBusy}
          aria-label={t('availability.withdraw.of', { span: when })}
          onClick={onDrop}
        >
          {t('availability.withdraw')}
        </Button>
      )}
    </li>
  )
}
