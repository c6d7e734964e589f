import {
  type QueueSettings,
  type RequiredInterval,
  requireStaff,
  type StaffedInterval,
} from '#forecasting/staffing/require-staff.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

export interface RequirementInput {
  /** Whether promises hold in every interval, or over each week. */
  readonly goal: 'interval' | 'period'
  readonly queues: readonly {
    readonly intervals: readonly StaffedInterval[]
    readonly settings: QueueSettings
  }[]
}

export interface RequirementOutput {
  /** Queue by queue, in the order asked. */
  readonly required: readonly (readonly RequiredInterval[])[]
  readonly agentHours: number
  /** What promises kept in every interval would have needed. */
  readonly everyIntervalAgentHours: number
}

/** Staffs every queue in a worker thread. */
export const computeRequirement: Task<RequirementInput, RequirementOutput> = (
  { goal, queues },
  context,
) => {
  const answers = queues.map(({ intervals, settings }, i) => {
    context.report(i / queues.length, 'staff')
    const each = requireStaff(intervals, settings)
    // Only a wait is promised over a period: a service level and a deadline are of every contact.
    const isOver = goal === 'period' && settings.targets.asaSeconds !== undefined
    const required = isOver ? requireStaff(intervals, { ...settings, goal }) : each
    const hours = settings.intervalSeconds / 3600
    return { required, agentHours: hoursOf(required, hours), eachHours: hoursOf(each, hours) }
  })
  return {
    required: answers.map(({ required }) => required),
    agentHours: answers.reduce((sum, { agentHours }) => sum + agentHours, 0),
    everyIntervalAgentHours: answers.reduce((sum, { eachHours }) => sum + eachHours, 0),
  }
}

function hoursOf(required: readonly RequiredInterval[], hours: number): number {
  return required.reduce((sum, { agents }) => sum + agents * hours, 0)
}
