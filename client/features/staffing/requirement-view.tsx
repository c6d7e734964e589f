import { type ReactElement, type ReactNode, useMemo } from 'react'

import { CalledHoursNote } from '../../components/called-hours-note.tsx'
import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { VersionTable } from '../../components/version-table/version-table.tsx'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { instantsOf, type PlanningWeek } from '../../lib/planning-week.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import { usePlanningWeek } from '../../lib/use-planning-week.ts'
import { useQueues } from '../../lib/use-queues.ts'
import { goalText, madeText, requirementAnswer } from './requirement-headline.ts'
import type { RequirementTotal } from './requirement-model.ts'
import { RequirementNotices } from './requirement-notices.tsx'
import { ALL_QUEUES, RequirementToolbar } from './requirement-toolbar.tsx'
import { AllQueuesWeek, QueueWeek } from './requirement-week.tsx'
import { staleText } from './stale-text.ts'
import { requirementTotals } from './to-requirement-points.ts'
import { useRequirementPoints } from './use-requirement-points.ts'
import type { RequirementVersion, useRequirementVersions } from './use-requirement-versions.ts'
import { UsedValuesNote, UsedValuesSection } from './used-values-section.tsx'

import styles from './requirement-view.module.css'

interface RequirementViewProps {
  readonly versions: ReturnType<typeof useRequirementVersions>
  readonly shown: RequirementVersion
  readonly canPlan: boolean
  /** The button that calculates a new version; null for those who may not. */
  readonly ask: ReactElement | null
  /** Work under way, or why it did not start. */
  readonly progress: ReactNode
}

/** One version, one queue or all of them, one week. */
export function RequirementView(props: RequirementViewProps): ReactElement {
  const { versions, shown, canPlan, ask, progress } = props
  const t = useTranslate()
  const format = useFormat()
  const [search, change] = usePlanningSearch()
  const { queues, chosen } = useQueues()
  const { week, weeks } = usePlanningWeek(shown)
  const isAll = search.queue === ALL_QUEUES
  const oneQueue = isAll ? undefined : chosen
  const queueIds = useMemo(
    () => (isAll ? queues.map(({ id }) => id) : chosen === undefined ? [] : [chosen.id]),
    [isAll, queues, chosen],
  )
  const found = useRequirementPoints({ requirementId: shown.id, queueIds, span: week })
  const totals = useMemo(
    () => (found.points === undefined ? [] : requirementTotals(found.points)),
    [found.points],
  )
  return (
    <>
      <PageHeadline
        question={t('requirement.question')}
        answer={totals.length === 0 ? null : requirementAnswer(totals, { t, format })}
        actions={ask}
      />
      {progress}
      <RequirementNotices shown={shown} latest={versions.latest} canPlan={canPlan} ask={ask} />
      <CalledHoursNote queue={oneQueue} />
      <RequirementToolbar
        onChange={change}
        queues={queues}
        queueCode={isAll ? ALL_QUEUES : chosen?.code}
        weeks={weeks}
        week={week}
        versions={versions.versions}
        shown={shown}
      />
      <MadeNotes shown={shown} />
      <UsedValuesNote requirementId={shown.id} queue={oneQueue} />
      <Missing found={found} week={week} isEmpty={totals.length === 0} />
      {week !== null && totals.length > 0 && (
        <Week
          week={week}
          queues={queues}
          queue={oneQueue}
          requirementId={shown.id}
          totals={totals}
          points={found.points}
        />
      )}
      <UsedValuesSection requirementId={shown.id} queue={oneQueue} />
      <Versions versions={versions} shown={shown.version} />
    </>
  )
}

/** How the version was made, where it is not as usual. */
function MadeNotes({ shown }: { readonly shown: RequirementVersion }): ReactElement[] {
  const t = useTranslate()
  const format = useFormat()
  const words = { t, format }
  return [goalText(shown, words), ...madeText(shown, words)]
    .filter((text) => text !== null)
    .map((text) => (
      <p key={text} className={styles['note']}>
        {text}
      </p>
    ))
}

interface WeekProps {
  readonly week: PlanningWeek
  readonly queues: ReturnType<typeof useQueues>['queues']
  /** Undefined for all of them together. */
  readonly queue: ReturnType<typeof useQueues>['chosen']
  readonly requirementId: string
  readonly totals: readonly RequirementTotal[]
  readonly points: ReturnType<typeof useRequirementPoints>['points']
}

function Week({ queue, queues, week, requirementId, totals, points }: WeekProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const summary = requirementAnswer(totals, { t, format }).text
  if (queue === undefined) {
    return (
      <AllQueuesWeek
        key={`${requirementId} ${week.date}`}
        requirementId={requirementId}
        week={week}
        queues={queues}
        totals={totals}
        summary={summary}
      />
    )
  }
  return (
    <QueueWeek
      // Another week or queue begins with nothing opened.
      key={`${requirementId} ${queue.id} ${week.date}`}
      week={week}
      requirementId={requirementId}
      queue={queue}
      points={points?.get(queue.id) ?? []}
      summary={summary}
    />
  )
}

interface MissingProps {
  readonly found: ReturnType<typeof useRequirementPoints>
  readonly week: PlanningWeek | null
  readonly isEmpty: boolean
}

/** Why there is no picture; nothing when there is one. */
function Missing({ found, week, isEmpty }: MissingProps): ReactElement | null {
  const t = useTranslate()
  if (found.error !== null) return <FailedState problem={found.error} onRetry={found.refetch} />
  if (week === null) {
    return <EmptyState title={t('week.uncovered')} nextStep={t('week.uncovered.next')} />
  }
  if (found.points === undefined) return <LoadingState shape="chart" />
  return isEmpty ? (
    <EmptyState title={t('requirement.queue.empty')} nextStep={t('requirement.queue.empty.next')} />
  ) : null
}

interface VersionsProps {
  readonly versions: ReturnType<typeof useRequirementVersions>
  readonly shown: number
}

function Versions({ versions, shown }: VersionsProps): ReactElement {
  const t = useTranslate()
  const timeZone = useTimeZone()
  const [, change] = usePlanningSearch()
  const rows = versions.versions.map((version) => {
    const { startMs, endMs } = instantsOf(version, timeZone)
    return {
      version: version.version,
      fromMs: startMs,
      toMs: endMs,
      madeBy: version.madeBy,
      madeAtMs: Date.parse(version.madeAt),
      engine: version.engineVersion,
      source: t('version.number', { version: version.forecastVersion }),
      staleBecause: version.staleBecause.length === 0 ? [] : [staleText(version.staleBecause, t)],
    }
  })
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('version.list')}</h2>
      <VersionTable
        label={t('version.list')}
        sourceLabel={t('requirement.forecast')}
        rows={rows}
        shown={shown}
        onShow={(version) =>
          change({
            version: version === versions.latest?.version ? undefined : version,
            week: undefined,
          })
        }
      />
    </section>
  )
}
