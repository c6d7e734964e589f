import {
  type QueueSettings,
  type RequiredInterval,
  requireStaff,
  type StaffedInterval,
} from '#forecasting/staffing/require-staff.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

export interface RequirementInput {
  readonly queues: readonly {
    readonly intervals: readonly StaffedInterval[]
    readonly settings: QueueSettings
  }[]
}

/** Staffs every queue in a worker thread; answers queue by queue, in the order asked. */
export const computeRequirement: Task<
  RequirementInput,
  readonly (readonly RequiredInterval[])[]
> = ({ queues }, context) =>
  queues.map(({ intervals, settings }, i) => {
    context.report(i / queues.length, 'staff')
    return requireStaff(intervals, settings)
  })
