import type { Generated } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'

import type { Json, Text3 } from './column-types.ts'

/** What people are told: migration 0013. */
export interface NoticeTables {
  notice: NoticeTable
  notice_receipt: NoticeReceiptTable
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
