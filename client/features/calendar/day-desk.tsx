import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { CalendarDay } from './calendar-day.ts'
import { DayForm } from './day-form.tsx'
import { HolidayList } from './holiday-list.tsx'
import { useDayChanges } from './use-calendar.ts'

import styles from './calendar.module.css'

interface DayDeskProps {
  readonly days: readonly CalendarDay[]
  readonly isReadOnly: boolean
}

/** The days of a year that law or an order makes unlike others, and the form for a new order. */
export function DayDesk({ days, isReadOnly }: DayDeskProps): ReactElement {
  const t = useTranslate()
  const [isOpen, setIsOpen] = useState(false)
  const { add, remove, isBusy, problem } = useDayChanges()
  return (
    <>
      <h2 className={styles['title']}>{t('calendar.days')}</h2>
      {problem !== null && <FailedState problem={problem} />}
      <HolidayList
        days={days}
        {...(isReadOnly ? {} : { onRemove: (day: CalendarDay) => void remove(day) })}
      />
      {!isReadOnly && !isOpen && (
        <Button mt="sm" variant="default" onClick={() => setIsOpen(true)}>
          {t('calendar.addDay')}
        </Button>
      )}
      {isOpen && (
        <DayForm
          isBusy={isBusy}
          onSubmit={(read) => void add(read).then((isDone) => isDone && setIsOpen(false))}
          onCancel={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
