import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { entityName, fieldName } from './audit-words.ts'
import { type Difference, difference } from './difference.ts'
import { type AuditRecord, type RecordNames, useRecordNames } from './use-audit.ts'

import styles from './audit.module.css'

interface AuditListProps {
  readonly records: readonly AuditRecord[]
  /** Narrows to the whole story of one record. */
  readonly onStory: (record: AuditRecord) => void
  /** Null where the story is already what is shown. */
  readonly storyOf: string | null
}

/** Longer lists of values are folded: a new row has as many as it has columns. */
const OPEN_MAX = 6

/** Each change with who made it, when, and every value before and after. */
export function AuditList({ records, onStory, storyOf }: AuditListProps): ReactElement {
  const names = useRecordNames()
  return (
    <ol className={styles['records']}>
      {records.map((record) => (
        <li key={record.id}>
          <Heading record={record} names={names} onStory={storyOf === null ? onStory : null} />
          <Values record={record} />
        </li>
      ))}
    </ol>
  )
}

interface HeadingProps {
  readonly record: AuditRecord
  readonly names: RecordNames
  readonly onStory: ((record: AuditRecord) => void) | null
}

function Heading({ record, names, onStory }: HeadingProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const entity = entityName(record.entity, t)
  const name = nameOf(record, names)
  return (
    <div className={styles['heading']}>
      <time dateTime={record.at} className={styles['when']}>
        {format.dateTime(Date.parse(record.at))}
      </time>
      <span className={styles['who']}>{record.actorName}</span>
      <span className={styles['what']}>
        <strong>{entity}</strong> · {t(`audit.action.${record.action}`)}
        {name !== null && ` · ${name}`}
      </span>
      {onStory !== null && record.entityId !== '' && (
        <Button
          variant="subtle"
          aria-label={t('audit.storyOf', { what: name ?? entity })}
          onClick={() => onStory(record)}
        >
          {t('audit.story')}
        </Button>
      )}
    </div>
  )
}

function Values({ record }: { readonly record: AuditRecord }): ReactElement {
  const t = useTranslate()
  const changes = difference(record.before, record.after)
  if (changes.length === 0) return <p className={styles['nothing']}>{t('audit.touched')}</p>
  if (changes.length <= OPEN_MAX) return <ValueTable changes={changes} />
  return (
    <details>
      <summary>{t('audit.values', { count: changes.length })}</summary>
      <ValueTable changes={changes} />
    </details>
  )
}

/** As the database writes an instant. */
const INSTANT = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/u

function ValueTable({ changes }: { readonly changes: readonly Difference[] }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const read = (value: string): string =>
    INSTANT.test(value) ? format.dateTime(Date.parse(value)) : value
  return (
    <dl className={styles['values']}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(field, t)}</dt>
          <dd>
            {before !== null && (
              <del>
                <span className={styles['sign']}>{t('audit.before')} </span>
                {read(before)}
              </del>
            )}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && (
              <ins>
                <span className={styles['sign']}>{t('audit.after')} </span>
                {read(after)}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What the changed row calls itself: in the record, or else as it is called now. */
function nameOf({ before, after, entityId }: AuditRecord, names: RecordNames): string | null {
  const row = { ...before, ...after }
  for (const key of ['code', 'full_name', 'email', 'file_name']) {
    const value = row[key]
    if (typeof value === 'string') return value
  }
  return names.get(entityId) ?? null
}
