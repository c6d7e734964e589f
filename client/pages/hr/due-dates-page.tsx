import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { DueAgenda } from '../../features/due-dates/due-agenda.tsx'
import { type DueSpan, spanOf } from '../../features/due-dates/due-days.ts'
import { DueGrid } from '../../features/due-dates/due-grid.tsx'
import { dueDays } from '../../features/due-dates/due-groups.ts'
import { dueAnswer } from '../../features/due-dates/due-headline.ts'
import { type DueSearch, readDueSearch } from '../../features/due-dates/due-search.ts'
import { DueToolbar } from '../../features/due-dates/due-toolbar.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useToday } from '../../lib/use-today.ts'
import { HrSections } from './hr-sections.tsx'

import styles from '../../features/due-dates/due-dates.module.css'

/** What comes due about people, and when? A month or a week, and day by day. */
export function DueDatesPage(): ReactElement {
  const t = useTranslate()
  const navigate = useNavigate()
  const today = useToday()
  const search = readDueSearch(useSearch({ strict: false }))
  const at = search.at ?? today
  const span = spanOf(at, search.view ?? 'month')
  const { data, error } = api.useQuery('get', '/api/v1/due-dates', {
    params: {
      query: {
        from: span.from,
        days: span.days,
        ...(search.kind === undefined ? {} : { kind: search.kind }),
        ...(search.team === undefined ? {} : { team: search.team }),
      },
    },
  })
  const change = (next: DueSearch): void =>
    void navigate({ to: '/due-dates', search: next, replace: true })
  return (
    <>
      <HrSections />
      <PageHeadline
        question={t('due.question')}
        answer={
          data === undefined
            ? null
            : dueAnswer({ overdue: data.overdue.length, due: data.entries.length }, t)
        }
      />
      <DueToolbar at={at} span={span} search={search} onChange={change} />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data !== undefined && (
        <DueCalendar calendar={data} span={span} search={search} onChange={change} />
      )}
    </>
  )
}

interface DueCalendarProps {
  readonly calendar: components['schemas']['DueCalendar']
  readonly span: DueSpan
  readonly search: DueSearch
  readonly onChange: (search: DueSearch) => void
}

function DueCalendar({ calendar, span, search, onChange }: DueCalendarProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const days = dueDays(calendar.entries)
  const { day } = search
  const listed = day === undefined ? days : days.filter((one) => one.date === day)
  const earlier = calendar.overdue.filter((one) => one.date < span.from)
  const open = (wanted: string): void =>
    onChange(readDueSearch({ ...search, day: wanted === day ? '' : wanted }))
  return (
    <>
      <DueGrid span={span} days={days} today={calendar.today} openDay={day} onOpen={open} />
      {earlier.length > 0 && (
        <section className={styles['section']}>
          <h2 className={styles['title']}>{t('due.earlierOverdue')}</h2>
          <DueAgenda days={dueDays(earlier)} />
        </section>
      )}
      <section className={styles['section']}>
        <h2 className={styles['title']}>
          {day === undefined ? t('due.list') : date(day)}
          {day !== undefined && (
            <Button variant="subtle" onClick={() => open(day)}>
              {t('due.allDays')}
            </Button>
          )}
        </h2>
        {listed.length === 0 ? <p>{t('due.nothing')}</p> : <DueAgenda days={listed} />}
      </section>
    </>
  )
}
