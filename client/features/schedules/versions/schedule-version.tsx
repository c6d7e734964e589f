import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { PageHeadline } from '../../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { api } from '../../../lib/api.ts'
import { useLocale, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { PlanningWeek } from '../../../lib/planning-week.ts'
import { usePlanningSearch } from '../../../lib/use-planning-search.ts'
import { useQueues } from '../../../lib/use-queues.ts'
import { ScheduleWeek } from '../schedule-week.tsx'
import type { Grid } from '../shift/shift-edit.ts'
import { gridOptions } from '../use-schedule-edits.ts'
import type { SchedulePageData } from '../use-schedule-page-data.ts'
import type { Schedule } from './schedule-versions.ts'
import { VersionComparison } from './version-comparison.tsx'
import { VersionHistory } from './version-history.tsx'

interface ScheduleVersionProps {
  readonly data: SchedulePageData
  readonly schedule: Schedule
  readonly week: PlanningWeek
  readonly choices: ReactElement
  readonly above: ReactElement
  readonly below: ReactElement
  readonly onGenerate: (() => void) | null
}

/** One version of the week, once its shifts are read. */
export function ScheduleVersion(props: ScheduleVersionProps): ReactElement {
  const t = useTranslate()
  const grid = useQuery(gridOptions(props.schedule.id))
  if (grid.data !== undefined) return <ReadVersion {...props} grid={grid.data} />
  return (
    <>
      <PageHeadline question={t('schedule.question')} answer={null} />
      {props.choices}
      {props.above}
      {grid.error === null ? (
        <LoadingState shape="table" />
      ) : (
        <FailedState
          problem={grid.error}
          onRetry={() => {
            void grid.refetch()
          }}
        />
      )}
    </>
  )
}

function ReadVersion(props: ScheduleVersionProps & { readonly grid: Grid }): ReactElement {
  const { data, grid, schedule } = props
  const { locale } = useLocale()
  const queries = useQueryClient()
  const [search, changeSearch] = usePlanningSearch()
  const { queues } = useQueues()
  const center = api.useQuery('get', '/api/v1/center')
  const others = data.versions.filter(({ id }) => id !== schedule.id)
  const before = others.find(({ version }) => version < schedule.version) ?? others[0]
  return (
    <ScheduleWeek
      stored={grid}
      schedule={schedule}
      week={props.week}
      requirements={data.requirements}
      queues={queues}
      centre={center.data?.name[locale] ?? ''}
      queueId={queues.find(({ code }) => code === search.queue)?.id ?? null}
      onQueue={(queueId) => changeSearch({ queue: queues.find(({ id }) => id === queueId)?.code })}
      onGenerate={props.onGenerate}
      onPublished={() => {
        void queries.invalidateQueries()
      }}
      {...(before === undefined
        ? {}
        : { onCompare: () => changeSearch({ against: before.version }) })}
      choices={props.choices}
      below={
        <>
          {props.below}
          <VersionHistory
            versions={data.versions}
            shown={schedule.version}
            onShow={(version) => changeSearch({ version, against: undefined })}
            onUndone={() => {
              changeSearch({ version: undefined, against: undefined })
              void queries.invalidateQueries()
            }}
          />
        </>
      }
      above={
        <>
          {props.above}
          {data.against !== undefined && (
            <VersionComparison
              grid={grid}
              against={data.against}
              others={others}
              onChoose={(version) => changeSearch({ against: version })}
            />
          )}
        </>
      }
    />
  )
}
