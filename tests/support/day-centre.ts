import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { type Db, inCenter, type Scope } from '#server/platform/db/scope.ts'

const TEXT = JSON.stringify({ kk: 'a', ru: 'b', en: 'c' })

/** People `1001`, `1002`, … with what they need around them, in a centre that has nothing yet. */
export async function addPeople(
  { db }: Connection,
  scope: Scope,
  count: number,
): Promise<readonly OperatorId[]> {
  const own = { center_id: scope.centerId }
  return inCenter(db, scope, async (tx) => {
    const site = await tx
      .insertInto('site')
      .values({ ...own, code: 'main', name: TEXT, workplaces: count })
      .returning('id')
      .executeTakeFirstOrThrow()
    const contract = await tx
      .insertInto('contract')
      .values({
        ...own,
        code: 'full',
        name: TEXT,
        regime: 'five_day',
        day_max_paid_minutes: 480,
        week_max_paid_minutes: 2400,
        week_target_paid_minutes: 2400,
        min_rest_minutes: 660,
        weekly_rest_minutes: 2520,
        max_consecutive_days: 6,
        max_consecutive_nights: 3,
        cost_per_hour: 1,
        overtime_multiplier: 1.5,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const people = await tx
      .insertInto('operator')
      .values(
        Array.from({ length: count }, (_, i) => ({
          ...own,
          personnel_number: String(1001 + i),
          full_name: `Person ${i + 1}`,
          site_id: site.id,
          contract_id: contract.id,
          hired_on: '2020-01-01',
        })),
      )
      .returning(['id', 'personnel_number'])
      .execute()
    return people
      .toSorted((a, b) => Number(a.personnel_number) - Number(b.personnel_number))
      .map(({ id }) => id)
  })
}

export interface TestShift {
  readonly operatorId: OperatorId
  readonly startsAt: Date
  readonly endsAt: Date
  readonly meal?: readonly [Date, Date]
}

export interface RequiredAgents {
  readonly startsAt: Date
  readonly agents: number
  readonly contacts?: number
  readonly ahtSeconds?: number
}

/** A schedule of these shifts, published at an instant, for weeks from a Monday. */
export async function publishShifts(
  { db }: Connection,
  scope: Scope,
  order: {
    readonly fromDate: string
    readonly publishedAt: Date
    readonly shifts: readonly TestShift[]
    readonly status?: 'published' | 'superseded'
    /** Agents that one queue asks for, by start. */
    readonly required?: readonly RequiredAgents[]
    /** How the queue `voice` was staffed. */
    readonly settings?: object
  },
): Promise<string> {
  const own = { center_id: scope.centerId }
  const made = { engine_version: 'test', data_hash: 'test', settings: '{}', made_by: 'test' }
  return inCenter(db, scope, async (tx) => {
    const version = (await tx.selectFrom('schedule').select('id').execute()).length + 1
    const dates = { from_date: order.fromDate, to_date: '2099-01-01' }
    const forecast = await tx
      .insertInto('forecast')
      .values({ ...own, ...made, ...dates, version, status: 'draft', seed: 1, accuracy: '{}' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const requirement = await tx
      .insertInto('requirement')
      .values({
        ...own,
        ...made,
        version,
        forecast_id: forecast.id,
        settings: JSON.stringify({ voice: order.settings }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const madeFrom = { requirement_id: requirement.id, forecast_id: forecast.id }
    await addRequired(tx, { ...own, ...madeFrom }, order.required ?? [])
    const shape = await tx
      .insertInto('shift_shape')
      .values({
        ...own,
        code: `shape ${version}`,
        span_minutes: 480,
        paid_minutes: 420,
        start_from_minutes: 0,
        start_to_minutes: 1380,
        start_step_minutes: 15,
        breaks: '[]',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const schedule = await tx
      .insertInto('schedule')
      .values({
        ...own,
        ...made,
        version,
        requirement_id: requirement.id,
        from_date: order.fromDate,
        days: 7,
        status: order.status ?? 'published',
        seed: 1,
        summary: '{}',
        published_by: 'test',
        published_at: order.publishedAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const { operatorId, startsAt, endsAt, meal } of order.shifts) {
      const { id } = await tx
        .insertInto('shift')
        .values({
          ...own,
          schedule_id: schedule.id,
          operator_id: operatorId,
          shape_id: shape.id,
          starts_at: startsAt,
          ends_at: endsAt,
          origin: 'engine',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      if (meal === undefined) continue
      const [from, to] = meal
      await tx
        .insertInto('shift_break')
        .values({ ...own, shift_id: id, starts_at: from, ends_at: to, kind: 'meal', paid: false })
        .execute()
    }
    return schedule.id
  })
}

async function addRequired(
  tx: Db,
  own: {
    readonly center_id: Scope['centerId']
    readonly requirement_id: string
    readonly forecast_id: string
  },
  points: readonly RequiredAgents[],
): Promise<void> {
  if (points.length === 0) return
  const queue = await voiceQueue(tx, own.center_id)
  const { center_id, requirement_id, forecast_id } = own
  // As many contacts of four minutes as keep nine in ten of the agents busy, and their 80 % band.
  const contactsOf = (agents: number): number => (0.9 * agents * 1800) / 240
  await tx
    .insertInto('forecast_point')
    .values(
      points.map(({ startsAt, agents }) => ({
        center_id,
        forecast_id,
        queue_id: queue.id,
        starts_at: startsAt,
        volume: contactsOf(agents),
        quantiles: [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4].map((x) => x * contactsOf(agents)),
        aht_seconds: 240,
      })),
    )
    .execute()
  await tx
    .insertInto('requirement_point')
    .values(
      points.map(({ startsAt, agents, contacts = 1, ahtSeconds = null }) => ({
        center_id,
        requirement_id,
        queue_id: queue.id,
        starts_at: startsAt,
        contacts,
        aht_seconds: ahtSeconds,
        agents,
        rostered: agents,
        binding: 'none',
      })),
    )
    .execute()
}

/** The one queue of such a centre, made for the first schedule that asks for agents. */
async function voiceQueue(tx: Db, centerId: Scope['centerId']): Promise<{ readonly id: QueueId }> {
  const made = await tx.selectFrom('queue').select('id').executeTakeFirst()
  if (made !== undefined) return made
  return tx
    .insertInto('queue')
    .values({
      center_id: centerId,
      code: 'voice',
      name: TEXT,
      channel: 'voice',
      opening_hours: JSON.stringify(
        Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }]),
      ),
      asa_target_seconds: 60,
      patience_seconds: 180,
      shrinkage_planned: 0,
      shrinkage_unplanned: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}
