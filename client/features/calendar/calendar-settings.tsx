import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { localFields } from '../../lib/centre-time.ts'
import { useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useNow } from '../../lib/use-now.ts'
import { DayDesk } from './day-desk.tsx'
import { EventDesk } from './event-desk.tsx'
import { useCalendar } from './use-calendar.ts'

import styles from './calendar.module.css'

interface CalendarSettingsProps {
  readonly queues: readonly { readonly id: string; readonly name: string }[]
  readonly isReadOnly: boolean
}

const DAY_MS = 86_400_000

/** The days of a year that are not as others: by law, and by what the planner knows. */
export function CalendarSettings({ queues, isReadOnly }: CalendarSettingsProps): ReactElement {
  const t = useTranslate()
  const timeZone = useTimeZone()
  const thisYear = localFields(useNow(DAY_MS), timeZone).year
  const [year, setYear] = useState(thisYear)
  const { data, error } = useCalendar(year)
  return (
    <>
      <div className={styles['year']}>
        <ActionIcon aria-label={t('history.earlier')} onClick={() => setYear(year - 1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <strong>{year}</strong>
        <ActionIcon aria-label={t('history.later')} onClick={() => setYear(year + 1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </div>
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data !== undefined && (
        <>
          <EventDesk events={data.events} queues={queues} isReadOnly={isReadOnly} />
          <DayDesk days={data.days} isReadOnly={isReadOnly} />
        </>
      )}
    </>
  )
}
