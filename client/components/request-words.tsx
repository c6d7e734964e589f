import type { ReactElement } from 'react'

import type { components } from '../api/schema.d.ts'
import { fromLocalInput } from '../lib/centre-time.ts'
import { isMessageKey } from '../lib/i18n/catalogue.ts'
import { useFormat, useTimeZone, useTranslate } from '../lib/i18n/locale-context.tsx'

import styles from './request-words.module.css'

type Request = components['schemas']['ShiftRequest']

/** Who asks for what, where it stands, and what was answered. */
export function RequestWords({ request }: { readonly request: Request }): ReactElement {
  const t = useTranslate()
  const { operatorName, status, decidedBy, note, reply } = request
  return (
    <div className={styles['words']}>
      <span>
        <b>{operatorName}</b>: {useWish(request)}
      </span>
      {note !== '' && <span className={styles['note']}>«{note}»</span>}
      <span className={styles['state']} data-status={status}>
        {t(`request.status.${status}`)}
        {decidedBy !== null && `, ${decidedBy}`}
        {reply !== '' && `: «${reply}»`}
      </span>
    </div>
  )
}

function useWish({ leave, swap }: Request): string {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const day = (date: string): string => format.date(fromLocalInput(`${date}T00:00`, timeZone) ?? 0)
  if (leave !== null) {
    const key = `absence.${leave.kind}`
    return t('request.leave', {
      kind: t(isMessageKey(key) ? key : 'absence.other'),
      when:
        leave.fromDate === leave.toDate
          ? day(leave.fromDate)
          : `${day(leave.fromDate)} – ${day(leave.toDate)}`,
    })
  }
  if (swap === null) return ''
  const range = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string =>
    format.dateRange(Date.parse(startsAt), Date.parse(endsAt))
  return t('request.swap', {
    own: range(swap.own),
    other: range(swap.other),
    name: swap.otherName,
  })
}
