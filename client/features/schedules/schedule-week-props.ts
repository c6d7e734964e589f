import type { ReactElement } from 'react'

import type { PlanningWeek } from '../../lib/planning-week.ts'
import type { Grid } from './shift/shift-edit.ts'
import type { QueueName } from './shift/shift-panel-props.ts'
import type { Requirement, Schedule } from './versions/schedule-versions.ts'

export interface ScheduleWeekProps {
  /** As the server last sent it. */
  readonly stored: Grid
  readonly schedule: Schedule
  readonly week: PlanningWeek
  readonly requirements: readonly Requirement[]
  readonly queues: readonly (QueueName & { readonly code: string })[]
  readonly centre: string
  /** Whose people and whose strip are shown; null for all. */
  readonly queueId: string | null
  readonly onQueue: (queueId: string | null) => void
  /** Null when the reader may not. */
  readonly onGenerate: (() => void) | null
  readonly onPublished: () => void
  /** Absent when there is nothing to compare with. */
  readonly onCompare?: () => void
  /** Week and version. */
  readonly choices: ReactElement
  /** What stands above the grid: the work under way, a comparison. */
  readonly above: ReactElement
  /** What stands below: what the schedule comes to. */
  readonly below: ReactElement
}
