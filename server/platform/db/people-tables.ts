import type { Generated } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'

import type { Json, Text3 } from './column-types.ts'

/** People, their contracts over time, what the law attaches to them, what they object to: migrations 0010, 0049. */
export interface PeopleTables {
  team: TeamTable
  operator_contract: OperatorContractTable
  earlier_employment: EarlierEmploymentTable
  legal_restriction: LegalRestrictionTable
  consent: ConsentTable
  second_job: SecondJobTable
  remote_work: RemoteWorkTable
  objection: ObjectionTable
}

interface TeamTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  name: Json<Text3>
}

interface OperatorContractTable {
  center_id: CenterId
  operator_id: OperatorId
  from_date: string
  contract_id: string
}

interface EarlierEmploymentTable {
  center_id: CenterId
  operator_id: OperatorId
  hired_on: string
  left_on: string
}

interface SecondJobTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  minutes_per_day: number
  from_date: string
  to_date: string | null
}

interface RemoteWorkTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  basis: 'agreement' | 'employer_act'
  /** Monday is 0. */
  home_weekdays: readonly number[]
  from_date: string
  to_date: string | null
}

interface LegalRestrictionTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  kind:
    | 'minor_under_16'
    | 'minor_under_18'
    | 'pregnancy'
    | 'disability_1'
    | 'disability_2'
    | 'disability_3'
    | 'child_under_7'
    | 'disabled_child'
    | 'family_carer'
    | 'nursing'
  children: number | null
  breaks_joined_to: 'none' | 'meal' | 'start' | 'end' | null
  from_date: string
  to_date: string | null
  document: string
}

interface ConsentTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  kind: 'night_work' | 'overtime' | 'holiday_work' | 'personal_data'
  document: string
  given_on: string
  withdrawn_on: string | null
}

interface ObjectionTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  about: 'assessment' | 'competence' | 'shift' | 'request' | 'session'
  subject: string
  facts: Json<object>
  decider_id: string | null
  words: string
  status: Generated<'open' | 'upheld' | 'rejected' | 'withdrawn'>
  made_at: Generated<Date>
  answer_by: string
  answer: string | null
  answered_by: string | null
  answered_at: Date | null
}
