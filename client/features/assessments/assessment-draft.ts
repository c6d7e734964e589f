import type { components } from '../../api/schema.d.ts'

export type Method = components['schemas']['Assessment']['method']
export const METHODS: readonly Method[] = [
  'observation',
  'contact_evaluation',
  'test',
  'all_round',
  'self',
]

/** A level as chosen: '' judges nothing. */
export interface Judgement {
  readonly level: string
  readonly evidence: string
}

export interface AssessmentDraft {
  readonly operatorId: string
  readonly method: Method
  readonly assessedOn: string
  readonly evidence: string
  readonly judgements: Readonly<Record<string, Judgement>>
}

/** What is sent: the competences that were judged, and no others. */
export function resultsOf({ judgements }: Pick<AssessmentDraft, 'judgements'>) {
  return Object.entries(judgements)
    .filter(([, { level }]) => level !== '')
    .map(([code, { level, evidence }]) => ({
      code,
      level: Number(level),
      evidence: evidence.trim(),
    }))
}

export type DraftFault = 'operatorId' | 'assessedOn' | 'evidence' | 'judgements'

export function draftFaults(draft: AssessmentDraft): DraftFault[] {
  return [
    ...(draft.operatorId === '' ? (['operatorId'] as const) : []),
    ...(draft.assessedOn === '' ? (['assessedOn'] as const) : []),
    ...(draft.evidence.trim() === '' ? (['evidence'] as const) : []),
    ...(resultsOf(draft).length === 0 ? (['judgements'] as const) : []),
  ]
}
