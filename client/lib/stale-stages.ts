import type { components } from '../api/schema.d.ts'

type Schemas = components['schemas']

/** Newest first; undefined while it is not known. */
interface MadeSoFar {
  readonly forecasts: readonly Pick<Schemas['Forecast'], 'stale'>[] | undefined
  readonly requirements: readonly Pick<Schemas['Requirement'], 'id' | 'staleBecause'>[] | undefined
  readonly schedules: readonly Pick<Schemas['Schedule'], 'requirementId'>[] | undefined
}

export type StaleStage = 'forecast' | 'requirement' | 'schedule'

/** The latest of each stage that no longer says what its inputs say, in the order of the work. */
export function staleStages({ forecasts, requirements, schedules }: MadeSoFar): StaleStage[] {
  const [forecast] = forecasts ?? []
  const [requirement] = requirements ?? []
  const [schedule] = schedules ?? []
  const own = requirements?.find(({ id }) => id === schedule?.requirementId)
  return [
    ...(forecast?.stale === true ? (['forecast'] as const) : []),
    ...(isStale(requirement) ? (['requirement'] as const) : []),
    ...(isStale(own) ? (['schedule'] as const) : []),
  ]
}

function isStale(requirement: NonNullable<MadeSoFar['requirements']>[number] | undefined): boolean {
  return requirement !== undefined && requirement.staleBecause.length > 0
}
