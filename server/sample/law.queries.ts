import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { HolidayTable } from '../../fixtures/calendar/kz-holidays.ts'
import type { LabourRuleSet } from '../../fixtures/rules/kz-labour-rules.ts'

/** The country's holidays and the rules of labour law, as the centre starts with them. */
export async function insertLaw(
  db: Db,
  centerId: CenterId,
  law: { readonly holidays: HolidayTable; readonly rules: LabourRuleSet },
): Promise<void> {
  await db
    .insertInto('holiday')
    .values(
      law.holidays.days.map((day) => ({
        center_id: centerId,
        date: day.date as string,
        kind: day.kind,
        key: day.key,
        name: JSON.stringify(day.names),
        five_day_week: day.fiveDayWeek,
        six_day_week: day.sixDayWeek,
        source: day.source,
      })),
    )
    .execute()
  await db
    .insertInto('labour_rule')
    .values(
      law.rules.rules.map((rule) => ({
        center_id: centerId,
        code: rule.key,
        version: 1,
        value: rule.value,
        article: rule.article ?? '',
        is_house_rule: rule.article === null,
        hard: rule.machine?.hard ?? false,
        parameters: JSON.stringify(rule.machine?.parameters ?? {}),
        exceptions: rule.exceptions ?? '',
        valid_from: rule.machine?.validFrom ?? null,
      })),
    )
    .execute()
}
