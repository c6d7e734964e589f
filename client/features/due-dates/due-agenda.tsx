import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import type { DueDay, DueEntry, DueGroup } from './due-groups.ts'
import { DueKindIcon } from './due-kind-icon.tsx'

import styles from './due-dates.module.css'

/** How many names a line says before it folds the rest. */
const NAMES_SHOWN = 8

/** Day by day, who and what: the whole calendar on a phone, its details elsewhere. */
export function DueAgenda({ days }: { readonly days: readonly DueDay[] }): ReactElement {
  const date = useDateText()
  return (
    <ol className={styles['agenda']}>
      {days.map((day) => (
        <li key={day.date}>
          <h3 className={styles['date']}>{date(day.date)}</h3>
          <ul className={styles['lines']}>
            {day.groups.map((group) => (
              <GroupLine key={`${group.kind} ${group.startsAt ?? ''} ${group.about}`} {...group} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function GroupLine({ kind, startsAt, endsAt, about, entries }: DueGroup): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const isLate = entries.some(({ overdue }) => overdue)
  const rest = entries.slice(NAMES_SHOWN)
  return (
    <li className={styles['line']}>
      <DueKindIcon kind={kind} />
      <div>
        <b>{t(`due.kind.${kind}`)}</b>
        {startsAt !== null && endsAt !== null && (
          <span> {format.timeRange(Date.parse(startsAt), Date.parse(endsAt))}</span>
        )}
        {isLate && <span className={styles['late']}> {t('due.late')}</span>}
        {about !== '' && kind !== 'assessment' && (
          <span className={styles['faint']}> · {about}</span>
        )}
        <br />
        <Names entries={entries.slice(0, NAMES_SHOWN)} withAbout={about === ''} />
        {rest.length > 0 && (
          <details>
            <summary>{t('due.more', { count: rest.length })}</summary>
            <Names entries={rest} withAbout={about === ''} />
          </details>
        )}
      </div>
    </li>
  )
}

interface NamesProps {
  readonly entries: readonly DueEntry[]
  readonly withAbout: boolean
}

function Names({ entries, withAbout }: NamesProps): ReactElement {
  return (
    <>
      {entries.map((entry, at) => (
        <span key={`${entry.operatorId ?? entry.fullName} ${entry.about}`}>
          {at > 0 && ', '}
          <PersonLink entry={entry} />
          {withAbout && entry.kind !== 'assessment' && entry.about !== '' && (
            <span className={styles['faint']}> ({entry.about})</span>
          )}
        </span>
      ))}
    </>
  )
}

/** An assessment leads to its form, what belongs to a survey to the surveys, everything else to the person. */
function PersonLink({ entry }: { readonly entry: DueEntry }): ReactElement {
  const { kind, operatorId, fullName } = entry
  if (kind === 'survey' || kind === 'action') return <Link to="/surveys">{fullName}</Link>
  if (operatorId === null) return <span>{fullName}</span>
  if (kind === 'assessment') {
    return (
      <Link to="/assessments" search={{ person: operatorId }}>
        {fullName}
      </Link>
    )
  }
  return (
    <Link to="/people/$operatorId" params={{ operatorId }}>
      {fullName}
    </Link>
  )
}
