import type { Generated } from 'kysely'

import type { CenterId, OperatorId, QueueId } from '#forecasting/kernel/units.ts'

import type { Json, Text3 } from './column-types.ts'

/** Profiles, functions, assessments, their reminders, and trainees: migrations 0011, 0012 and 0034. */
export interface CompetenceTables {
  competence_anchor: CompetenceAnchorTable
  position_profile: PositionProfileTable
  profile_competence: ProfileCompetenceTable
  profile_holder: ProfileHolderTable
  assessor: AssessorTable
  assessment: AssessmentTable
  assessment_result: AssessmentResultTable
  assessment_reminder: AssessmentReminderTable
  reminder_reader: ReminderReaderTable
  trainee_permit: TraineePermitTable
}

interface CompetenceAnchorTable {
  center_id: CenterId
  competence_id: string
  level: number
  text: Json<Text3>
}

interface PositionProfileTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  name: Json<Text3>
  function: '17.1' | '17.2' | '17.3' | '17.4' | '17.5' | '17.6' | null
  duties: Generated<string>
  version: Generated<number>
}

interface ProfileCompetenceTable {
  center_id: CenterId
  profile_id: string
  competence_id: string
  min_level: number
}

interface ProfileHolderTable {
  center_id: CenterId
  profile_id: string
  operator_id: OperatorId
  since: string
  read_version: number | null
  read_at: Date | null
}

interface AssessorTable {
  center_id: CenterId
  user_id: string
  trained_on: string
  document: string
}

interface AssessmentTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  method: 'observation' | 'test' | 'contact_evaluation' | 'self' | 'all_round'
  status: Generated<'draft' | 'signed' | 'agreed' | 'disputed' | 'resolved'>
  assessed_on: string
  assessor_id: string
  assessor_name: string
  evidence: string
  assessor_signed_at: Date | null
  operator_signed_at: Date | null
  objection: string | null
  decision: string | null
  decided_by: string | null
  decided_at: Date | null
  made_at: Generated<Date>
}

interface AssessmentResultTable {
  center_id: CenterId
  assessment_id: string
  competence_id: string
  level: number
  evidence: Generated<string>
}

interface AssessmentReminderTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  due_on: string
  stage: 'days60' | 'days30' | 'days7' | 'overdue'
  made_at: Generated<Date>
}

interface ReminderReaderTable {
  center_id: CenterId
  reminder_id: string
  user_id: string
  capacity: 'person' | 'hr' | 'head'
  read_at: Date | null
}

interface TraineePermitTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  mentor_id: OperatorId
  queue_id: QueueId
  from_date: string
  to_date: string
  reason: string
  allowed_by: string
  allowed_at: Generated<Date>
  withdrawn_by: string | null
  withdrawn_at: Date | null
}
