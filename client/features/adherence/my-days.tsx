import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './exceptions.module.css'

type Day = components['schemas']['AdherenceReport']['people'][number]['days'][number]

interface MyDaysProps {
  readonly days: readonly Day[]
  readonly startOf: (date: string) => number
}

/** One's own figures by day, the newest first; days without a shift are left out. */
export function MyDays({ days, startOf }: MyDaysProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const worked = days.filter(({ totals }) => totals.scheduledSeconds > 0).toReversed()
  if (worked.length === 0) return null
  const percent = (ratio: number | null): string => (ratio === null ? '–' : format.percent(ratio))
  return (
    <ScrollBox label={t('myAdherence.days')} className={styles['scroll']}>
      <table className={styles['figures']}>
        <thead>
          <tr>
            <th scope="col">{t('myAdherence.day')}</th>
            <th scope="col">{t('today.figure.adherence')}</th>
            <th scope="col">{t('today.figure.conformance')}</th>
            <th scope="col">{t('today.verdict.out')}</th>
            <th scope="col">{t('today.verdict.neutral')}</th>
            <th scope="col">{t('today.verdict.unknown')}</th>
          </tr>
        </thead>
        <tbody>
          {worked.map(({ date, adherence, conformance, totals }) => (
            <tr key={date}>
              <th scope="row">{format.shortDay(startOf(date))}</th>
              <td>{percent(adherence)}</td>
              <td>{percent(conformance)}</td>
              <td>{format.duration(totals.outSeconds)}</td>
              <td>{format.duration(totals.neutralSeconds)}</td>
              <td>{format.duration(totals.unknownSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
