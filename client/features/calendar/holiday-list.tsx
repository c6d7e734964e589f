import type { ReactElement } from 'react'

import { fromLocalInput } from '../../lib/centre-time.ts'
import { useFormat, useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import { sourceText } from './source-text.ts'
import type { CalendarDay } from './use-calendar.ts'

import styles from './calendar.module.css'

/** Days off by law and moved days of a year, each with the act that says so. */
export function HolidayList({ days }: { readonly days: readonly CalendarDay[] }): ReactElement {
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
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, kind, name, fiveDayWeek, sixDayWeek, source }) => (
          <tr key={`${date} ${kind}`}>
            <th scope="row">{format.longDay(fromLocalInput(`${date}T12:00`, timeZone) ?? 0)}</th>
            <td>{name === null ? t(`calendar.kind.${kind}`) : name[locale]}</td>
            <td data-label={t('calendar.fiveDayWeek')}>{t(`calendar.effect.${fiveDayWeek}`)}</td>
            <td data-label={t('calendar.sixDayWeek')}>{t(`calendar.effect.${sixDayWeek}`)}</td>
            <td className={styles['source']}>{sourceText(source, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
