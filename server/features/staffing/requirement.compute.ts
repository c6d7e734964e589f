import { type FirstTriesOf, requireFirstTries } from '#forecasting/staffing/require-first-tries.ts'
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
    /** Given where first tries are planned for. */
    readonly firstTries?: FirstTriesOf
  }[]
}

export interface RequirementOutput {
  /** Queue by queue, in the order asked. */
  readonly required: readonly (readonly RequiredInterval[])[]
  /** The contacts of each interval that this is enough for. */
  readonly contacts: readonly (readonly number[])[]
  readonly agentHours: number
  /** What promises kept in every interval would have needed. */
  readonly everyIntervalAgentHours: number
}

/** Staffs every queue in a worker thread. */
export const computeRequirement: Task<RequirementInput, RequirementOutput> = (
  { goal, queues },
  context,
) => {
  const answers = queues.map(({ intervals, settings, firstTries }, i) => {
    context.report(i / queues.length, 'staff')
    const each = planned(intervals, settings, firstTries)
    // Only a wait is promised over a period: a service level and a deadline are of every contact.
    const isOver = goal === 'period' && settings.targets.asaSeconds !== undefined
    const { required, contacts } = isOver
      ? planned(intervals, { ...settings, goal }, firstTries)
      : each
    const hours = settings.intervalSeconds / 3600
    const eachHours = hoursOf(each.required, hours)
    return { required, contacts, agentHours: hoursOf(required, hours), eachHours }
  })
  return {
    required: answers.map(({ required }) => required),
    contacts: answers.map(({ contacts }) => contacts),
    agentHours: answers.reduce((sum, { agentHours }) => sum + agentHours, 0),
    everyIntervalAgentHours: answers.reduce((sum, { eachHours }) => sum + eachHours, 0),
  }
}

function planned(
  intervals: readonly StaffedInterval[],
  settings: QueueSettings,
  firstTries: FirstTriesOf | undefined,
) {
  return firstTries === undefined
    ? {
        required: requireStaff(intervals, settings),
        contacts: intervals.map(({ contacts }) => contacts),
      }
    : requireFirstTries(intervals, settings, firstTries)
}

function hoursOf(required: readonly RequiredInterval[], hours: number): number {
  return required.reduce((sum, { agents }) => sum + agents * hours, 0)
}
