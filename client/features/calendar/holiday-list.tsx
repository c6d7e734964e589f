import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { fromLocalInput } from '../../lib/centre-time.ts'
import { useFormat, useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import type { CalendarDay } from './calendar-day.ts'
import { sourceText } from './source-text.ts'

import styles from './calendar.module.css'

interface HolidayListProps {
  readonly days: readonly CalendarDay[]
  /** Absent where the reader may not change the calendar. */
  readonly onRemove?: (day: CalendarDay) => void
}

/** Days off by law and moved days of a year, each with the act that says so. */
export function HolidayList({ days, onRemove }: HolidayListProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const timeZone = useTimeZone()
  if (days.length === 0) return <p className={styles['note']}>{t('calendar.noDays')}</p>
  return (
    <table className={styles['days']}>
      <thead>
        <tr>
          <th scope="col">{t('calendar.date')}</th>
          <th scope="col">{t('calendar.day')}</th>
          <th scope="col">{t('calendar.fiveDayWeek')}</th>
          <th scope="col">{t('calendar.sixDayWeek')}</th>
          <th scope="col">{t('calendar.source')}</th>
          {onRemove !== undefined && <th scope="col" aria-label={t('calendar.remove')} />}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => {
          const date = format.longDay(fromLocalInput(`${day.date}T12:00`, timeZone) ?? 0)
          const name = day.name === null ? t(`calendar.kind.${day.kind}`) : day.name[locale]
          return (
            <tr key={`${day.date} ${day.kind}`}>
              <th scope="row">{date}</th>
              <td>{name}</td>
              <td data-label={t('calendar.fiveDayWeek')}>
                {t(`calendar.effect.${day.fiveDayWeek}`)}
              </td>
              <td data-label={t('calendar.sixDayWeek')}>
                {t(`calendar.effect.${day.sixDayWeek}`)}
              </td>
              <td className={styles['source']}>{sourceText(day.source, t)}</td>
              {onRemove !== undefined && (
                <td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('calendar.removeNamed', { name: `${name}, ${date}` })}
                    onClick={() => onRemove(day)}
                  >
                    {t('calendar.remove')}
                  </Button>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
