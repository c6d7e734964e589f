import type { Generated } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'

import type { Json, Text3 } from './column-types.ts'

/** Questions, who is to answer them, and what they answered: migration 0035. */
export interface KnowledgeTestTables {
  question: QuestionTable
  question_version: QuestionVersionTable
  knowledge_test: KnowledgeTestTable
  test_assignment: TestAssignmentTable
  test_attempt: TestAttemptTable
}

interface QuestionTable {
  center_id: CenterId
  id: Generated<string>
  competence_id: string
  code: string
  archived_at: Date | null
}

interface QuestionVersionTable {
  center_id: CenterId
  question_id: string
  version: number
  text: Json<Text3>
  options: Json<readonly QuestionOption[]>
  made_by: string
  made_at: Generated<Date>
}

/** One of the answers that a question offers. */
export interface QuestionOption {
  readonly text: Text3
  readonly right: boolean
}

interface KnowledgeTestTable {
  center_id: CenterId
  id: Generated<string>
  competence_id: string
  version: Generated<number>
  question_count: number
  minutes: number
  pass_share: number
  level: number
  attempts: number
}

interface TestAssignmentTable {
  center_id: CenterId
  id: Generated<string>
  test_id: string
  operator_id: OperatorId
  due_on: string
  attempts: number
  assigned_by_id: string
  assigned_by: string
  assigned_at: Generated<Date>
  closed_at: Date | null
  outcome: 'passed' | 'failed' | 'withdrawn' | null
  assessment_id: string | null
}

/** A question as an attempt shows it: `order` lists its options as they stand on the screen. */
export interface DrawnQuestion {
  readonly questionId: string
  readonly version: number
  readonly order: readonly number[]
}

/** What was chosen, by the position of the question; positions of options as they were shown. */
export type GivenAnswers = Readonly<Record<string, readonly number[]>>

interface TestAttemptTable {
  center_id: CenterId
  id: Generated<string>
  assignment_id: string
  number: number
  test_version: number
  seed: number
  drawn: Json<readonly DrawnQuestion[]>
  answers: Json<GivenAnswers>
  pass_share: number
  level: number
  started_at: Date
  ends_at: Date
  finished_at: Date | null
  right_count: number | null
  passed: boolean | null
}
