import type { Generated } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'

import type { Json, Language, OptionalJson, Text3 } from './column-types.ts'

/** Centres, those who sign in, and the audit record: migration 0001. */
export interface IdentityTables {
  center: CenterTable
  users: UsersTable
  user_session: UserSessionTable
  user_account: UserAccountTable
  user_verification: UserVerificationTable
  user_two_factor: UserTwoFactorTable
  audit_record: AuditRecordTable
}

interface CenterTable {
  id: Generated<CenterId>
  code: string
  name: Json<Text3>
  timezone: string
  interval_minutes: Generated<number>
  asa_target_seconds: Generated<number>
  asa_lower_seconds: Generated<number>
  max_occupancy: Generated<number>
  shrinkage_planned: Generated<number>
  shrinkage_unplanned: Generated<number>
  schedule_weights: Json<unknown>
  is_sample: Generated<boolean>
  assessment_cycle: Generated<'twelve_months' | 'calendar_year'>
  notice_reminder_days: Generated<number>
  created_at: Generated<Date>
}

interface UsersTable {
  id: Generated<string>
  center_id: CenterId
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  roles: Generated<string>
  language: Generated<Language>
  two_factor_enabled: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
  disabled_at: Date | null
}

interface UserSessionTable {
  id: Generated<string>
  user_id: string
  token: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

interface UserAccountTable {
  id: Generated<string>
  user_id: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Date | null
  refresh_token_expires_at: Date | null
  scope: string | null
  password: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

interface UserVerificationTable {
  id: Generated<string>
  identifier: string
  value: string
  expires_at: Date
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

interface UserTwoFactorTable {
  id: Generated<string>
  user_id: string
  secret: string
  backup_codes: string
  verified: boolean | null
  failed_verification_count: Generated<number>
  locked_until: Date | null
}

interface AuditRecordTable {
  id: Generated<number>
  center_id: CenterId
  at: Generated<Date>
  actor_id: string
  actor_name: string
  action: 'insert' | 'update' | 'delete'
  entity: string
  entity_id: string
  operator_id: string | null
  before: OptionalJson<unknown>
  after: OptionalJson<unknown>
}
