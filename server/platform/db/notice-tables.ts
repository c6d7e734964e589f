import type { Generated } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'

import type { Json, Text3 } from './column-types.ts'

/** What people are told: migrations 0013, 0042 and 0045. */
export interface NoticeTables {
  notice: NoticeTable
  notice_receipt: NoticeReceiptTable
  notice_reminder: NoticeReminderTable
  day_message: DayMessageTable
}

interface DayMessageTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  text: string
  sent_by: string
  sent_at: Generated<Date>
  read_at: Date | null
}

interface NoticeTable {
  center_id: CenterId
  id: Generated<string>
  title: Json<Text3>
  body: Json<Text3>
  official_source: string
  version: Generated<number>
  published_by: string
  published_at: Generated<Date>
  withdrawn_at: Date | null
}

interface NoticeReceiptTable {
  center_id: CenterId
  notice_id: string
  user_id: string
  version: number
  read_at: Generated<Date>
}

interface NoticeReminderTable {
  center_id: CenterId
  notice_id: string
  user_id: string
  version: number
  reminded_at: Generated<Date>
  escalated_at: Date | null
}
