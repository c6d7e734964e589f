import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { FileLinks } from '../../components/file-links.tsx'
import { api } from '../../lib/api.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { type DueSpan, type DueView, stepFrom } from './due-days.ts'
import { DUE_KINDS } from './due-groups.ts'
import { type DueSearch, readDueSearch } from './due-search.ts'

import styles from './due-dates.module.css'

interface DueToolbarProps {
  readonly at: string
  readonly span: DueSpan
  readonly search: DueSearch
  readonly onChange: (search: DueSearch) => void
}

const FORMATS = ['ics', 'xlsx', 'csv'] as const

/** Which month or week, of what and of whom; and the same as a file. */
export function DueToolbar({ at, span, search, onChange }: DueToolbarProps): ReactElement {
  const t = useTranslate()
  const view: DueView = search.view ?? 'month'
  const change = (part: Readonly<Record<string, string>>): void =>
    onChange(readDueSearch({ ...search, day: '', ...part }))
  return (
    <div className={styles['toolbar']}>
      <div className={styles['when']}>
        <Button
          variant="default"
          px={8}
          aria-label={t('due.earlier')}
          onClick={() => change({ at: stepFrom(at, view, -1) })}
        >
          <IconChevronLeft size={16} aria-hidden />
        </Button>
        <SpanName at={at} span={span} view={view} />
        <Button
          variant="default"
          px={8}
          aria-label={t('due.later')}
          onClick={() => change({ at: stepFrom(at, view, 1) })}
        >
          <IconChevronRight size={16} aria-hidden />
        </Button>
        <Button variant="subtle" onClick={() => change({ at: '' })}>
          {t('due.today')}
        </Button>
      </div>
      <SegmentedControl
        aria-label={t('due.view')}
        value={view}
        onChange={(value) => change({ view: value })}
        data={(['month', 'week'] as const).map((value) => ({
          value,
          label: t(`due.view.${value}`),
        }))}
      />
      <DueFilters search={search} onChange={change} />
      <DueFiles span={span} search={search} />
    </div>
  )
}

function SpanName({
  at,
  span,
  view,
}: Pick<DueToolbarProps, 'at' | 'span'> & { readonly view: DueView }): ReactElement {
  const { locale } = useLocale()
  const date = useDateText()
  const month = DATE_NAMES[locale].monthsAlone[Number(at.slice(5, 7)) - 1] ?? ''
  const name =
    view === 'month'
      ? `${month} ${at.slice(0, 4)}`
      : `${date(span.from)} – ${date(span.weeks[0]?.at(-1) ?? span.from)}`
  return <strong className={styles['span']}>{name}</strong>
}

interface DueFiltersProps {
  readonly search: DueSearch
  readonly onChange: (part: Readonly<Record<string, string>>) => void
}

function DueFilters({ search, onChange: change }: DueFiltersProps): ReactElement {
  const { t, locale } = useLocale()
  const teams = api.useQuery('get', '/api/v1/teams').data?.teams ?? []
  return (
    <>
      <NativeSelect
        label={t('due.kind')}
        value={search.kind ?? ''}
        data={[
          { value: '', label: t('people.any') },
          ...DUE_KINDS.map((value) => ({ value, label: t(`due.kind.${value}`) })),
        ]}
        onChange={({ currentTarget }) => change({ kind: currentTarget.value })}
      />
      {teams.length > 0 && (
        <NativeSelect
          label={t('people.team')}
          value={search.team ?? ''}
          data={[
            { value: '', label: t('people.any') },
            ...teams.map(({ code, name }) => ({ value: code, label: name[locale] })),
          ]}
          onChange={({ currentTarget }) => change({ team: currentTarget.value })}
        />
      )}
    </>
  )
}

function DueFiles({ span, search }: Pick<DueToolbarProps, 'span' | 'search'>): ReactElement {
  const t = useTranslate()
  const address = new URLSearchParams({
    from: span.from,
    days: String(span.days),
    ...(search.kind === undefined ? {} : { kind: search.kind }),
    ...(search.team === undefined ? {} : { team: search.team }),
  })
  return (
    <div className={styles['files']}>
      <FileLinks
        words={t('due.files')}
        formats={FORMATS}
        addressOf={(format) => `/api/v1/due-dates/file?${address.toString()}&format=${format}`}
      />
    </div>
  )
}
