import type { Generated } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'

import type { Json, Text3 } from './column-types.ts'

/** What people learn, where, with what result: migration 0023. */
export interface TrainingTables {
  course: CourseTable
  course_version: CourseVersionTable
  course_competence: CourseCompetenceTable
  training_session: TrainingSessionTable
  training_attendance: TrainingAttendanceTable
  development_step: DevelopmentStepTable
  certificate: CertificateTable
}

interface CourseTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  name: Json<Text3>
  archived_at: Date | null
}

interface CourseVersionTable {
  center_id: CenterId
  course_id: string
  version: number
  minutes: number
  programme: string
  pass_share: number | null
  certificate_months: number | null
  made_by: string
  made_at: Generated<Date>
}

interface CourseCompetenceTable {
  center_id: CenterId
  course_id: string
  version: number
  competence_id: string
  level: number
}

interface TrainingSessionTable {
  center_id: CenterId
  id: Generated<string>
  course_id: string
  course_version: number
  site_id: string | null
  room: Generated<string>
  trainer: string
  places: number
  starts_at: Date
  ends_at: Date
  status: Generated<'planned' | 'held' | 'cancelled'>
  short_agent_hours: number | null
  made_by: string
  made_at: Generated<Date>
}

interface TrainingAttendanceTable {
  center_id: CenterId
  session_id: string
  operator_id: OperatorId
  status: Generated<'enrolled' | 'attended' | 'missed'>
  share: number | null
  passed: boolean | null
  /** The user who put the person there; null for what is older than migration 0069. */
  placed_by_id: string | null
}

interface DevelopmentStepTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  competence_id: string
  target_level: number
  way: 'course' | 'mentoring' | 'self_study'
  course_id: string | null
  mentor_id: OperatorId | null
  due_on: string
  status: Generated<'planned' | 'done' | 'cancelled'>
  outcome: Generated<string>
  made_by: string
  made_at: Generated<Date>
  ended_on: string | null
}

interface CertificateTable {
  center_id: CenterId
  id: Generated<string>
  holder: 'centre' | 'person'
  operator_id: OperatorId | null
  holder_name: string
  manager: Generated<boolean>
  kind: 'course' | 'certification' | 'certification_audit'
  title: string
  number: string
  issued_by: string
  issued_on: string
  valid_until: string | null
  session_id: string | null
  withdrawn_on: string | null
}
