import type { Generated } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'

import type { Json, Text3 } from './column-types.ts'

/** Papers that left the service, and surveys of the staff: migration 0036. */
export interface PaperTables {
  paper_export: PaperExportTable
  survey: SurveyTable
  survey_question: SurveyQuestionTable
  survey_tally: SurveyTallyTable
  survey_respondent: SurveyRespondentTable
  survey_action: SurveyActionTable
}

interface PaperExportTable {
  center_id: CenterId
  id: Generated<string>
  kind: 'person_file' | 'audit_package'
  format: 'xlsx' | 'pdf'
  operator_id: OperatorId | null
  year: number | null
  made_by: string
  made_at: Generated<Date>
}

interface SurveyTable {
  center_id: CenterId
  id: Generated<string>
  title: Json<Text3>
  opens_on: string
  closes_on: string
  group_min: Generated<number>
  repeat_months: number | null
  closed_at: Date | null
  made_by: string
  made_at: Generated<Date>
}

interface SurveyQuestionTable {
  center_id: CenterId
  survey_id: string
  position: number
  factor: 'satisfaction' | 'experience'
  text: Json<Text3>
}

interface SurveyTallyTable {
  center_id: CenterId
  survey_id: string
  team: string
  position: number
  mark: number
  answers: number
}

interface SurveyRespondentTable {
  center_id: CenterId
  survey_id: string
  user_id: string
}

interface SurveyActionTable {
  center_id: CenterId
  id: Generated<string>
  survey_id: string
  factor: 'satisfaction' | 'experience'
  what: string
  owner: string
  due_on: string
  done_on: string | null
  outcome: Generated<string>
  made_by: string
  made_at: Generated<Date>
}
