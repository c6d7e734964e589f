import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'

export type Course = components['schemas']['Course']
export type Session = components['schemas']['TrainingSession']
export type Proposal = components['schemas']['SessionProposal']
export type Step = components['schemas']['DevelopmentStep']
export type Certificate = components['schemas']['Certificate']

/** What this reader may do about training. */
export function useTrainingAbilities() {
  const me = api.useQuery('get', '/api/v1/me').data
  const canManage = me?.abilities.managePeople === true
  const isSupervisor = me?.abilities.supervise === true
  return {
    /** Courses and certificates. */
    canManage,
    /** Plans, and who came to a session. */
    canTeach: canManage || isSupervisor,
    /** When a session is held. */
    canPlace: canManage || me?.abilities.plan === true,
  }
}

export function useCourses(): readonly Course[] {
  return api.useQuery('get', '/api/v1/courses').data?.courses ?? []
}
