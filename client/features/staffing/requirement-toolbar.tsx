import type { ReactElement } from 'react'

import { QueueChoice } from '../../components/queue-choice.tsx'
import { VersionSelect } from '../../components/version-select.tsx'
import { WeekChoice } from '../../components/week-choice/week-choice.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { PlanningWeek } from '../../lib/planning-week.ts'
import type { PlanningSearchChange } from '../../lib/use-planning-search.ts'
import type { RequirementVersion } from './use-requirement-versions.ts'

import styles from './requirement-toolbar.module.css'

/** In the address, in place of a queue's code. */
export const ALL_QUEUES = 'all'

interface RequirementToolbarProps {
  readonly onChange: (change: PlanningSearchChange) => void
  readonly queues: readonly { readonly code: string; readonly name: string }[]
  /** Or `ALL_QUEUES`. */
  readonly queueCode: string | undefined
  readonly weeks: readonly PlanningWeek[]
  readonly week: PlanningWeek | null
  readonly versions: readonly RequirementVersion[]
  readonly shown: RequirementVersion
}

/** What is shown: every choice is a part of the address. */
export function RequirementToolbar(props: RequirementToolbarProps): ReactElement {
  const { onChange, queues, weeks, week, versions, shown } = props
  const t = useTranslate()
  return (
    <div className={styles['toolbar']}>
      <QueueChoice
        label={t('forecast.queue')}
        queues={[
          { id: ALL_QUEUES, name: t('requirement.allQueues') },
          ...queues.map(({ code, name }) => ({ id: code, name })),
        ]}
        value={props.queueCode}
        onChange={(queue) => onChange({ queue })}
      />
      <WeekChoice weeks={weeks} week={week} onChange={(date) => onChange({ week: date })} />
      <VersionSelect versions={versions} shown={shown.version} onChange={onChange} />
    </div>
  )
}
