import type { components } from '../../api/schema.d.ts'
import type { FlowState, FlowStep } from './flow.ts'

type Schemas = components['schemas']

/** What has been made so far, newest first; undefined while it is not known. */
export interface MadeSoFar {
  readonly imports: readonly Pick<Schemas['HistoryImport'], 'id'>[] | undefined
  readonly forecasts: readonly Pick<Schemas['Forecast'], 'stale'>[] | undefined
  readonly requirements:
    | readonly Pick<
        Schemas['Requirement'],
        'id' | 'version' | 'fromDate' | 'toDate' | 'staleBecause'
      >[]
    | undefined
  readonly schedules:
    | readonly Pick<
        Schemas['Schedule'],
        'requirementId' | 'version' | 'fromDate' | 'days' | 'status'
      >[]
    | undefined
}

/** Where each stage stands; one that is not known yet is left out. */
export function flowSteps({ imports, forecasts, requirements, schedules }: MadeSoFar): FlowStep[] {
  const steps: FlowStep[] = []
  if (imports !== undefined) {
    steps.push({ stage: 'history', state: imports.length > 0 ? 'upToDate' : 'notStarted' })
  }
  if (forecasts !== undefined) {
    steps.push({ stage: 'forecast', state: freshness(forecasts[0]?.stale) })
  }
  if (requirements !== undefined) {
    const [latest] = requirements
    const isStale = latest === undefined ? undefined : latest.staleBecause.length > 0
    steps.push({ stage: 'requirement', state: freshness(isStale) })
  }
  if (schedules !== undefined && requirements !== undefined) {
    steps.push({ stage: 'schedule', state: scheduleState(schedules[0], requirements) })
  }
  return steps
}

/** @param isStale undefined when nothing has been made */
function freshness(isStale: boolean | undefined): FlowState {
  if (isStale === undefined) return 'notStarted'
  return isStale ? 'stale' : 'upToDate'
}

/** A draft waits for somebody to publish it, once it answers what is asked now. */
function scheduleState(
  schedule: NonNullable<MadeSoFar['schedules']>[number] | undefined,
  requirements: NonNullable<MadeSoFar['requirements']>,
): FlowState {
  if (schedule === undefined) return 'notStarted'
  const own = requirements.find(({ id }) => id === schedule.requirementId)
  const isOvertaken = requirements.some(
    ({ version, fromDate, toDate }) =>
      version > (own?.version ?? 0) && fromDate <= schedule.fromDate && schedule.fromDate < toDate,
  )
  if (isOvertaken || (own !== undefined && own.staleBecause.length > 0)) return 'stale'
  return schedule.status === 'draft' ? 'needsYou' : 'upToDate'
}
