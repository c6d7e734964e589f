import { sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import { inChunks } from '#server/platform/db/in-chunks.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { SampleOperator } from '../../fixtures/sample/operators.ts'
import type { SampleCentre } from '../../fixtures/sample/sample-centre.ts'
import { known } from './known-code.ts'

const CONSENTS_MISSING = 3

/** What belongs to one operator: consents, levels, hours not available, wishes, days away. */
export async function insertPersonalRows(
  db: Db,
  centerId: CenterId,
  parts: {
    readonly sample: SampleCentre
    readonly operators: ReadonlyMap<string, OperatorId>
    readonly competences: ReadonlyMap<string, string>
  },
): Promise<void> {
  const { sample, operators, competences } = parts
  const each = <Row>(rowsOf: (one: SampleOperator, id: OperatorId) => Row[]): Row[] =>
    sample.operators.flatMap((one) => rowsOf(one, known(operators, one.personnelNumber)))
  const common = (id: OperatorId) => ({ center_id: centerId, operator_id: id })
  const levels = each((one, id) =>
    one.levels.map((level) => ({
      ...common(id),
      competence_id: known(competences, level.competence),
      level: level.level,
      assessed_on: level.assessedOn as string,
      valid_until: level.validUntil as string | null,
    })),
  )
  for await (const chunk of inChunks(levels)) {
    await db.insertInto('operator_competence').values(chunk).execute()
  }
  // The database shows personal records, and takes new ones, only while they are open.
  await sql`select set_config('kezek.personal_records', 'open', true)`.execute(db)
  await db.insertInto('consent').values(consentRows(parts, common)).execute()
  await sql`select set_config('kezek.personal_records', '', true)`.execute(db)
  const unavailable = each((one, id) =>
    one.unavailability.map(({ weekday, fromMinute, toMinute }) => ({
      ...common(id),
      weekday,
      from_minutes: fromMinute,
      to_minutes: toMinute,
      from_date: null,
      to_date: null,
    })),
  )
  if (unavailable.length > 0) await db.insertInto('unavailability').values(unavailable).execute()
  const wishes = each((one, id) => preferenceRows(one, common(id)))
  if (wishes.length > 0) await db.insertInto('preference').values(wishes).execute()
  const absences = sample.absences.map(({ personnelNumber, kind, fromDate, toDate }) => ({
    ...common(known(operators, personnelNumber)),
    kind,
    from_date: fromDate as string,
    to_date: toDate as string,
  }))
  if (absences.length > 0) await db.insertInto('absence').values(absences).execute()
}

/**
 * Consents to the use of personal data, which the newest have still to give, so that HR's calendar has
 * something to say of it, and those to overtime and to work on holidays.
 */
function consentRows<Common>(
  {
    sample,
    operators,
  }: {
    readonly sample: SampleCentre
    readonly operators: ReadonlyMap<string, OperatorId>
  },
  common: (id: OperatorId) => Common,
) {
  return sample.operators
    .toSorted((a, b) => (a.hiredOn < b.hiredOn ? -1 : 1))
    .flatMap(({ personnelNumber, hiredOn, consents }, index) => {
      const isMissing = index >= sample.operators.length - CONSENTS_MISSING
      const kinds = [...(isMissing ? [] : (['personal_data'] as const)), ...consents]
      return kinds.map((kind) => ({
        ...common(known(operators, personnelNumber)),
        kind,
        given_on: hiredOn as string,
        withdrawn_on: null,
        document: `Согласие при приёме, № ${personnelNumber}`,
      }))
    })
}

function preferenceRows(
  { preferences }: SampleOperator,
  common: { readonly center_id: CenterId; readonly operator_id: OperatorId },
) {
  const daysOff = preferences.daysOff.map(({ weekday, weight }) => ({
    ...common,
    kind: 'day_off' as const,
    weekday: weekday as number | null,
    from_minutes: null as number | null,
    to_minutes: null as number | null,
    weight,
  }))
  const { start } = preferences
  if (start === null) return daysOff
  const { fromMinute, toMinute, weight } = start
  const wish = { weekday: null, from_minutes: fromMinute, to_minutes: toMinute, weight }
  return [...daysOff, { ...common, kind: 'start' as const, ...wish }]
}
