import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { LearnedNote } from './learned-note.tsx'
import type { Learned } from './use-learned.ts'

import styles from './settings.module.css'

export type ShrinkageKey = 'shrinkagePlanned' | 'shrinkageUnplanned'
type LearnedShrinkage = components['schemas']['LearnedShrinkage']

function useLearnedShrinkage(): LearnedShrinkage | undefined {
  return api.useQuery('get', '/api/v1/center/learned-shrinkage', undefined, {
    // Eight weeks of states do not change while somebody reads a page.
    staleTime: 600_000,
  }).data
}

interface LearnedShrinkageNoteProps {
  readonly field: ShrinkageKey
  readonly value: number
  readonly isReadOnly: boolean
  readonly onTakeOver: (share: number) => void
}

/** What schedules and states of people say of one of the two shrinkages. */
export function LearnedShrinkageNote(props: LearnedShrinkageNoteProps): ReactElement | null {
  const { field, value, isReadOnly, onTakeOver } = props
  const words = useShrinkageWords()
  const format = useFormat()
  const known = useLearnedShrinkage()
  if (known === undefined) return null
  const learned = words(field, known)
  return (
    <LearnedNote
      learned={learned}
      value={value}
      shown={learned.value === null ? '' : format.percent(learned.value)}
      isReadOnly={isReadOnly}
      onTakeOver={onTakeOver}
    />
  )
}

function useShrinkageWords(): (field: ShrinkageKey, known: LearnedShrinkage) => Learned {
  const { t } = useLocale()
  const format = useFormat()
  const dateText = useDateText()
  const percent = (share: number | null): string => format.number((share ?? 0) * 100, 1)
  return (field, { fromDate, toDate, ...known }) => {
    const part = field === 'shrinkagePlanned' ? known.planned : known.unplanned
    if (part.share === null) {
      const isWork = field === 'shrinkageUnplanned' ? 'yes' : 'no'
      return { text: t('learned.tooFewDays', { days: part.days, isWork }), value: null }
    }
    const text = t(`learned.${field}`, {
      value: percent(part.share),
      low: percent(part.low),
      high: percent(part.high),
      hours: format.number(part.hours),
      from: dateText(fromDate),
      to: dateText(toDate),
    })
    const list = part.reasons.map(({ reason, share }) => {
      const key = `learned.reason.${reason}`
      return `${isMessageKey(key) ? t(key) : reason} ${format.percent(share)}`
    })
    const reasons = list.length === 0 ? '' : ` ${t('learned.reasons', { list: list.join(', ') })}`
    return { text: text + reasons, value: Math.round(part.share * 1000) / 1000 }
  }
}

/** The same by weekday, and the leave that is not in it. */
export function ShrinkageByWeekday(): ReactElement | null {
  const { locale, t } = useLocale()
  const format = useFormat()
  const known = useLearnedShrinkage()
  if (known === undefined || known.weekdays.every(({ shifts }) => shifts === 0)) return null
  const percent = (share: number | null): string =>
    share === null ? '—' : format.number(share * 100, 1)
  const leave = known.leave.map(({ kind, share }) => {
    const key = `absence.${kind}`
    return `${isMessageKey(key) ? t(key) : kind} ${format.percent(share)}`
  })
  return (
    <>
      <table className={styles['weekdays']}>
        <caption>{t('learned.byWeekday')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('learned.weekday')}</th>
            <th scope="col">{t('learned.shifts')}</th>
            <th scope="col">{t('learned.planned')}</th>
            <th scope="col">{t('learned.unplanned')}</th>
          </tr>
        </thead>
        <tbody>
          {known.weekdays.map(({ weekday, shifts, planned, unplanned }) => (
            <tr key={weekday}>
              <th scope="row">{DATE_NAMES[locale].weekdays[weekday - 1]}</th>
              <td>{format.number(shifts)}</td>
              <td>{percent(planned)}</td>
              <td>{percent(unplanned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {leave.length > 0 && (
        <p className={styles['fact']}>{t('learned.leave', { list: leave.join(', ') })}</p>
      )}
    </>
  )
}
