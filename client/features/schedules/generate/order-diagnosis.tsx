import type { ReactElement } from 'react'

import type { components } from '../../../api/schema.d.ts'
import { api } from '../../../lib/api.ts'
import { fromLocalInput } from '../../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { LawTag } from '../law-tag.tsx'
import type { ScheduleOrder } from './generate-form.ts'

import styles from '../dialogs.module.css'

type Found = components['schemas']['ScheduleDiagnosis']['blockers'][number]

/** So many are read at a glance. */
const SHOWN = 5

/** Before anything is searched: what makes it impossible, and what no search can mend. */
export function OrderDiagnosis({ order }: { readonly order: ScheduleOrder }): ReactElement | null {
  const t = useTranslate()
  const { requirementId, fromDate, days, keepLockedOf } = order
  const body = {
    requirementId,
    fromDate,
    days,
    ...(keepLockedOf === undefined ? {} : { keepLockedOf }),
  }
  // A question that stores nothing, so it is asked like one.
  const { data } = api.useQuery('post', '/api/v1/schedules/diagnosis', { body }, { staleTime: 0 })
  if (data === undefined) return <p className={styles['words']}>{t('diagnosis.looking')}</p>
  const { blockers, warnings } = data
  if (blockers.length > 0) {
    return <Findings title={t('diagnosis.blockers')} list={blockers} isBlocking />
  }
  if (warnings.length === 0) return <p className={styles['words']}>{t('diagnosis.clear')}</p>
  return <Findings title={t('diagnosis.warnings', { count: warnings.length })} list={warnings} />
}

interface FindingsProps {
  readonly title: string
  readonly list: readonly Found[]
  readonly isBlocking?: boolean
}

function Findings({ title, list, isBlocking = false }: FindingsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const dayOf = (date: string): string =>
    format.shortDay(fromLocalInput(`${date}T00:00`, timeZone) ?? 0)
  return (
    <div className={styles['findings']} role={isBlocking ? 'alert' : undefined}>
      <strong>{title}</strong>
      <ul>
        {list.slice(0, SHOWN).map(({ who, dates, article, text }) => (
          <li key={`${who} ${dates.join()} ${text}`}>
            {article !== null && <LawTag article={article} />} <b>{who}</b>
            {dates.length > 0 && ` (${dates.map(dayOf).join(', ')})`}: {text}
          </li>
        ))}
      </ul>
      {list.length > SHOWN && <p>{t('diagnosis.more', { count: list.length - SHOWN })}</p>}
    </div>
  )
}
