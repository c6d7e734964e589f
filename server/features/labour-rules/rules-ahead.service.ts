import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { listVersions, readZone, type RuleVersion } from './labour-rules.queries.ts'
import { ruleSetsAhead } from './rule-sets.ts'

/** The day it is on the centre's clock. */
export async function readToday(db: Db): Promise<LocalDate> {
  return localDateOf(Date.now() as EpochMs, await readZone(db))
}

/**
 * The rules of law and house that count today, and those of each later day on which one changes: what is
 * written for good must keep to all of them.
 */
export async function readRulesAhead(db: Db): Promise<readonly (readonly RuleVersion[])[]> {
  return ruleSetsAhead(await listVersions(db), await readToday(db))
}
