import type { ReactElement } from 'react'

import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import type { DueSpan } from './due-days.ts'
import type { DueDay, DueGroup } from './due-groups.ts'
import { DueKindIcon } from './due-kind-icon.tsx'

import styles from './due-dates.module.css'

interface DueGridProps {
  readonly span: DueSpan
  readonly days: readonly DueDay[]
  readonly today: string
  readonly openDay: string | undefined
  /** Lists one day; the open one again: all of them. */
  readonly onOpen: (date: string) => void
}

/** The month or the week, a column for each weekday: how much of what falls on which day. */
export function DueGrid({ span, days, today, openDay, onOpen }: DueGridProps): ReactElement {
  const { locale } = useLocale()
  const byDate = new Map(days.map((day) => [day.date, day]))
  const last = span.weeks.flat().filter((date) => date >= span.from)[span.days - 1] ?? ''
  return (
    <div className={styles['grid']}>
      {DATE_NAMES[locale].weekdaysShort.map((name) => (
        <div key={name} className={styles['weekday']}>
          {name}
        </div>
      ))}
      {span.weeks.flat().map((date) => (
        <DayCell
          key={date}
          date={date}
          groups={byDate.get(date)?.groups ?? []}
          isOutside={date < span.from || date > last}
          isToday={date === today}
          isOpen={date === openDay}
          onOpen={() => onOpen(date)}
        />
      ))}
    </div>
  )
}

interface DayCellProps {
  readonly date: string
  readonly groups: readonly DueGroup[]
  readonly isOutside: boolean
  readonly isToday: boolean
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function DayCell(props: DayCellProps): ReactElement {
  const { date, groups, isOutside, isToday, isOpen, onOpen } = props
  const { t } = useLocale()
  const dateText = useDateText()
  const number = <b className={styles['number']}>{Number(date.slice(8))}</b>
  if (groups.length === 0 || isOutside) {
    return (
      <div className={styles['day']} data-outside={isOutside || undefined} data-today={isToday}>
        {number}
      </div>
    )
  }
  return (
    <button
      type="button"
      className={styles['day']}
      data-today={isToday}
      aria-pressed={isOpen}
      onClick={onOpen}
    >
      <span className={styles['hidden']}>{dateText(date)}: </span>
      {number}
      {groups.map((group) => (
        <span
          key={`${group.kind} ${group.startsAt ?? ''} ${group.about}`}
          className={styles['mark']}
          data-late={group.entries.some(({ overdue }) => overdue)}
        >
          <DueKindIcon kind={group.kind} />
          <span>
            {t(`due.short.${group.kind}`)}
            {group.entries.length > 1 && ` × ${group.entries.length}`}
          </span>
        </span>
      ))}
    </button>
  )
}
