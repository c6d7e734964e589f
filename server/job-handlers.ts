import { assessmentRemindersJob } from './features/assessments/reminders.job.ts'
import { forecastJob } from './features/forecasts/forecast.job.ts'
import { contactDaysJob } from './features/intraday/contacts/contact-days.job.ts'
import { noticeRemindersJob } from './features/notices/notice-reminders.job.ts'
import { boundJob } from './features/schedules/bound/bound.job.ts'
import { rulePricesJob } from './features/schedules/bound/rule-prices.job.ts'
import { reoptimisationJob } from './features/schedules/reoptimisation/reoptimisation.job.ts'
import { scheduleJob } from './features/schedules/schedule.job.ts'
import { shiftDesignJob } from './features/schedules/shift-design/shift-design.job.ts'
import { simulationJob } from './features/simulation/simulation.job.ts'
import { groupSizingJob } from './features/staffing/group-sizing.job.ts'
import { requirementJob } from './features/staffing/requirement.job.ts'
import type { JobHandler } from './platform/jobs/jobs.ts'

/** What does each kind of job. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  'assessment-reminders': assessmentRemindersJob,
  'contact-days': contactDaysJob,
  forecast: forecastJob,
  group_sizing: groupSizingJob,
  'notice-reminders': noticeRemindersJob,
  reoptimisation: reoptimisationJob,
  requirement: requirementJob,
  schedule: scheduleJob,
  schedule_bound: boundJob,
  schedule_rule_prices: rulePricesJob,
  shift_design: shiftDesignJob,
  simulation: simulationJob,
}
