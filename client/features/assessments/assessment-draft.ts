import type { components } from '../../api/schema.d.ts'
import { type Judgement, resultsOf } from '../../components/judgement-line/judgement.ts'

export type Method = components['schemas']['Assessment']['method']
export const METHODS: readonly Method[] = [
  'observation',
  'contact_evaluation',
  'test',
  'all_round',
  'self',
]

export interface AssessmentDraft {
  readonly operatorId: string
  readonly method: Method
  readonly assessedOn: string
  readonly evidence: string
  readonly judgements: Readonly<Record<string, Judgement>>
}

export type DraftFault = 'operatorId' | 'assessedOn' | 'evidence' | 'judgements'

export function draftFaults(draft: AssessmentDraft): DraftFault[] {
  return [
    ...(draft.operatorId === '' ? (['operatorId'] as const) : []),
    ...(draft.assessedOn === '' ? (['assessedOn'] as const) : []),
    ...(draft.evidence.trim() === '' ? (['evidence'] as const) : []),
    ...(resultsOf(draft.judgements).length === 0 ? (['judgements'] as const) : []),
  ]
}
