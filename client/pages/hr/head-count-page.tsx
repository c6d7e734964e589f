import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { FileLinks } from '../../components/file-links.tsx'
import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { HeadCountChart } from '../../features/head-count/head-count-chart.tsx'
import { HeadCountControls } from '../../features/head-count/head-count-controls.tsx'
import { headCountAnswer } from '../../features/head-count/head-count-headline.ts'
import { type HeadCountPlan, headCountRows } from '../../features/head-count/head-count-rows.ts'
import {
  type HeadCountSearch,
  readHeadCountSearch,
} from '../../features/head-count/head-count-search.ts'
import { MonthTable, SkillTable } from '../../features/head-count/head-count-tables.tsx'
import { api } from '../../lib/api.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { HrSections } from './hr-sections.tsx'

import styles from '../../features/head-count/head-count.module.css'

/** Will there be enough people of every competence in the year to come (п. 25)? */
export function HeadCountPage(): ReactElement {
  const { t, locale } = useLocale()
  const navigate = useNavigate()
  const search = readHeadCountSearch(useSearch({ strict: false }))
  const { skill: _, ...scenario } = search
  const {
    data: plan,
    error,
    isFetching,
  } = api.useQuery(
    'get',
    '/api/v1/head-count',
    { params: { query: scenario } },
    { placeholderData: (before: HeadCountPlan | undefined) => before, retry: false },
  )
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const names = new Map(known.map(({ code, name }) => [code, name[locale]]))
  const nameOf = (code: string): string => names.get(code) ?? code
  const monthName = (month: string): string =>
    `${DATE_NAMES[locale].monthsAlone[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`
  const change = (next: HeadCountSearch): void =>
    void navigate({ to: '/head-count', search: next, replace: true })
  return (
    <>
      <HrSections />
      <PageHeadline
        question={t('headCount.question')}
        answer={plan === undefined ? null : headCountAnswer(plan, { t, monthName })}
      />
      <HeadCountControls search={search} plan={plan} nameOf={nameOf} onChange={change} />
      {error !== null && <FailedState problem={error} />}
      {plan === undefined && error === null && <LoadingState shape="chart" />}
      {plan !== undefined && error === null && (
        <div className={isFetching ? styles['waiting'] : undefined} aria-busy={isFetching}>
          <Plan plan={plan} search={search} words={{ nameOf, monthName }} onChange={change} />
        </div>
      )}
    </>
  )
}

interface PlanProps {
  readonly plan: HeadCountPlan
  readonly search: HeadCountSearch
  readonly words: {
    readonly nameOf: (code: string) => string
    readonly monthName: (month: string) => string
  }
  readonly onChange: (search: HeadCountSearch) => void
}

function Plan({ plan, search, words, onChange }: PlanProps): ReactElement {
  const { t } = useLocale()
  const format = useFormat()
  const rows = headCountRows(plan, search.skill)
  const { skill, ...scenario } = search
  const address = new URLSearchParams(
    Object.entries(scenario).map(([key, value]) => [key, String(value)]),
  )
  return (
    <>
      <section className={styles['section']} aria-label={t('headCount.months')}>
        <HeadCountChart rows={rows} />
        <FileLinks
          words={t('due.files')}
          formats={['xlsx', 'csv']}
          addressOf={(kind) => `/api/v1/head-count/file?${address.toString()}&format=${kind}`}
        />
        <MonthTable rows={rows} isSkill={skill !== undefined} monthName={words.monthName} />
        <p className={styles['note']}>
          {t('headCount.how', {
            version: plan.requirementVersion,
            people: plan.today.people,
            fullTime: format.number(plan.today.fullTime, 1),
          })}
          {plan.assumptions.flatQueues.length > 0 &&
            ` ${t('headCount.flat', { queues: plan.assumptions.flatQueues.join(', ') })}`}
        </p>
      </section>
      <section className={styles['section']} aria-label={t('headCount.skills')}>
        <h2 className={styles['title']}>{t('headCount.skills')}</h2>
        <SkillTable
          plan={plan}
          {...words}
          onOpen={(wanted) => onChange(readHeadCountSearch({ ...search, skill: wanted }))}
        />
      </section>
    </>
  )
}
