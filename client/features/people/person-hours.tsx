import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'

import styles from './people.module.css'

type Hours = components['schemas']['PersonHours']

const SECONDS_PER_MINUTE = 60

/** Hours of published weeks beside what the law lets somebody work. */
export function PersonHours({ operatorId }: { readonly operatorId: string }): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/operators/{operatorId}/hours', {
    params: { path: { operatorId } },
  })
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('people.hours')}</h2>
      {error !== null && <FailedState problem={error} />}
      {data !== undefined && <HoursText hours={data} />}
    </section>
  )
}

function HoursText({ hours: { overtime, account } }: { readonly hours: Hours }): ReactElement {
  const t = useTranslate()
  if (overtime === null && account === null) {
    return <p className={styles['note']}>{t('people.hours.none')}</p>
  }
  return (
    <>
      {overtime !== null && <Overtime overtime={overtime} />}
      {account !== null && <Account account={account} />}
      <p className={styles['note']}>{t('people.hours.hint')}</p>
    </>
  )
}

function Overtime({
  overtime: { isAgreed, month, year },
}: {
  readonly overtime: NonNullable<Hours['overtime']>
}): ReactElement {
  const t = useTranslate()
  const duration = useDuration()
  const names = DATE_NAMES[useLocale().locale].monthsAlone
  const [yearOf, monthOf] = month.month.split('-')
  const used = (one: { readonly usedMinutes: number; readonly mostMinutes: number }) => ({
    used: duration(one.usedMinutes),
    most: duration(one.mostMinutes),
  })
  return (
    <>
      <ul className={styles['list']}>
        <li>
          {t('people.hours.month', {
            month: `${names[Number(monthOf) - 1] ?? ''} ${yearOf}`,
            ...used(month),
          })}
        </li>
        <li>{t('people.hours.year', { year: year.year, ...used(year) })}</li>
      </ul>
      {!isAgreed && <p className={styles['note']}>{t('people.hours.notAgreed')}</p>}
    </>
  )
}

function Account({
  account: { fromDate, toDate, bookedMinutes, normMinutes },
}: {
  readonly account: NonNullable<Hours['account']>
}): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const duration = useDuration()
  return (
    <ul className={styles['list']}>
      <li>
        {t('people.hours.account', {
          from: date(fromDate),
          to: date(toDate),
          booked: duration(bookedMinutes),
          norm: duration(normMinutes),
        })}
      </li>
    </ul>
  )
}

function useDuration(): (minutes: number) => string {
  const format = useFormat()
  return (minutes) => format.duration(minutes * SECONDS_PER_MINUTE)
}
