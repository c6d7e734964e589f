import type { MessageKey } from '../../lib/i18n/catalogue.ts'

/**
 * Where a stage of the planner's work stands. `stale`: something before it changed since.
 * `needsYou`: it waits for a decision. `notStarted`: nothing has been made yet.
 */
export type FlowState = 'upToDate' | 'stale' | 'needsYou' | 'notStarted'

export type FlowStage =
  | 'history'
  | 'forecast'
  | 'requirement'
  | 'schedule'
  | 'today'
  | 'people'
  | 'ownShifts'
  | 'ownCompetence'
  | 'ownAdherence'
  | 'ownSurvey'
  | 'notices'

export interface FlowStep {
  readonly stage: FlowStage
  readonly state: FlowState
}

interface FlowPlace {
  readonly stage: FlowStage
  readonly to: string
  readonly label: MessageKey
  readonly isApart: boolean
}

/**
 * The stages in the order of the work: this order is the navigation. What stands apart is a place of
 * its own: nothing before it has to be made first.
 */
export const FLOW_STAGES = [
  { stage: 'history', to: '/history', label: 'flow.history', isApart: false },
  { stage: 'forecast', to: '/forecast', label: 'flow.forecast', isApart: false },
  { stage: 'requirement', to: '/requirement', label: 'flow.requirement', isApart: false },
  { stage: 'schedule', to: '/schedule', label: 'flow.schedule', isApart: false },
  { stage: 'today', to: '/today', label: 'flow.today', isApart: true },
  { stage: 'people', to: '/people', label: 'flow.people', isApart: true },
] as const satisfies readonly FlowPlace[]

/** What they see who only work shifts: their own pages in place of the planner's work. */
export const OWN_STAGES = [
  { stage: 'ownShifts', to: '/my/shifts', label: 'flow.ownShifts', isApart: true },
  { stage: 'ownCompetence', to: '/my/competence', label: 'flow.ownCompetence', isApart: true },
  { stage: 'ownAdherence', to: '/my/adherence', label: 'flow.ownAdherence', isApart: true },
  { stage: 'ownSurvey', to: '/my/survey', label: 'flow.ownSurvey', isApart: true },
  { stage: 'notices', to: '/notices', label: 'flow.ownNotices', isApart: true },
] as const satisfies readonly FlowPlace[]

export const FLOW_STATE_LABELS: Readonly<Record<FlowState, MessageKey>> = {
  upToDate: 'flow.state.upToDate',
  stale: 'flow.state.stale',
  needsYou: 'flow.state.needsYou',
  notStarted: 'flow.state.notStarted',
}
