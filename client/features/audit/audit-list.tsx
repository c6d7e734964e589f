import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { subjectName } from './audit-subject.ts'
import { type Reader, valueText } from './audit-values.ts'
import { entityName, fieldName } from './audit-words.ts'
import { type Difference, difference, isForTheMachine } from './difference.ts'
import type { AuditRecord, RecordNames } from './use-audit.ts'

import styles from './audit.module.css'

interface AuditListProps {
  readonly records: readonly AuditRecord[]
  readonly names: RecordNames
  /** Narrows to the whole story of one record. */
  readonly onStory: (record: AuditRecord) => void
  /** Null where the story is already what is shown. */
  readonly storyOf: string | null
}

/** Longer lists of values are folded: a new row has as many as it has columns. */
const OPEN_MAX = 6

/** Each change with who made it, when, and every value before and after. */
export function AuditList({ records, names, onStory, storyOf }: AuditListProps): ReactElement {
  const { locale, t } = useLocale()
  const reader = { locale, t, format: useFormat(), dateText: useDateText(), names }
  return (
    <ol className={styles['records']}>
      {records.map((record) => (
        <li key={record.id}>
          <Heading record={record} reader={reader} onStory={storyOf === null ? onStory : null} />
          <Values record={record} reader={reader} />
        </li>
      ))}
    </ol>
  )
}

interface HeadingProps {
  readonly record: AuditRecord
  readonly reader: Reader
  readonly onStory: ((record: AuditRecord) => void) | null
}

function Heading({ record, reader, onStory }: HeadingProps): ReactElement {
  const { t, format } = reader
  const entity = entityName(record.entity, t)
  const name = subjectName(record, reader)
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

interface ValuesProps {
  readonly record: AuditRecord
  readonly reader: Reader
}

/** The records of what HR alone may see, and of passwords, hold no values. */
const PERSONAL: ReadonlySet<string> = new Set(['consent', 'legal_restriction'])

function Values({ record, reader }: ValuesProps): ReactElement | null {
  const { t } = reader
  const { entity, before, after } = record
  if (before === null && after === null) {
    return PERSONAL.has(entity) ? <p className={styles['nothing']}>{t('audit.personal')}</p> : null
  }
  const changes = difference(before, after)
  if (changes.length === 0) return <p className={styles['nothing']}>{t('audit.touched')}</p>
  const machine = changes.filter(isForTheMachine)
  const plain = changes.filter((change) => !isForTheMachine(change))
  const table = (some: readonly Difference[]): ReactElement => (
    <ValueTable entity={entity} changes={some} reader={reader} />
  )
  return (
    <>
      {plain.length > 0 && plain.length <= OPEN_MAX && table(plain)}
      {plain.length > OPEN_MAX && (
        <details>
          <summary>{t('audit.values', { count: plain.length })}</summary>
          {table(plain)}
        </details>
      )}
      {machine.length > 0 && (
        <details>
          <summary>{t('audit.technical', { count: machine.length })}</summary>
          {table(machine)}
        </details>
      )}
    </>
  )
}

interface ValueTableProps {
  readonly entity: string
  readonly changes: readonly Difference[]
  readonly reader: Reader
}

function ValueTable({ entity, changes, reader }: ValueTableProps): ReactElement {
  const { t } = reader
  const read = (field: string, value: string): string => valueText(entity, field, value, reader)
  return (
    <dl className={styles['values']}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(entity, field, t)}</dt>
          <dd>
            {before !== null && (
              <del>
                <span className={styles['sign']}>{t('audit.before')} </span>
                {read(field, before)}
              </del>
            )}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && (
              <ins>
                <span className={styles['sign']}>{t('audit.after')} </span>
                {read(field, after)}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
