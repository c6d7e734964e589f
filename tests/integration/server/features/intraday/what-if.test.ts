import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf, mondayOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import { findAlerts } from '#server/features/alerts/find-alerts.ts'
import { readHours } from '#server/features/intraday/hours/hours.service.ts'
import { presentHours } from '#server/features/intraday/hours/present-hours.ts'
import { suggestForDay } from '#server/features/intraday/what-if/suggest-for-day.ts'
import { keepMoves, readDay, tryMoves } from '#server/features/intraday/what-if/what-if.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'
import { dateText } from '#server/platform/i18n/date-text.ts'

import { callAs } from '../../../../support/call.ts'
import { addPeople, publishShifts } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const MINUTE_MS = 60_000
const ZONE = 'Asia/Almaty'
const NOBODY = { at: '', policyVersion: 0, published: true, feeds: [], rows: [] }

/** Tomorrow's ten o'clock is the now of these tests: nothing of the day depends on when they run. */
describe.each(DATABASES)('what if the day’s plan were another, on %s', (name) => {
  let connection: Connection
  let scope: Scope
  let service: TestApp
  let people: readonly OperatorId[]
  let scheduleId: string
  const date = addDays(localDateOf(Date.now() as EpochMs, ZONE), 1)
  const midnightMs = startOfLocalDay(date, ZONE)
  const at = (hour: number, minute = 0): Date =>
    new Date(midnightMs + (hour * 60 + minute) * MINUTE_MS)
  const nowMs = at(10).getTime()
  const language = 'en' as const

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = await addPeople(connection, scope, 12)
    service = await testApp(connection, scope)
    // Ten work from nine to six; three of them have their meal at the same time, when most is to do.
    scheduleId = await publishShifts(connection, scope, {
      fromDate: mondayOf(date),
      publishedAt: new Date(nowMs - 10 * 86_400_000),
      required: Array.from({ length: 18 }, (_, i) => ({
        startsAt: at(9, 30 * i),
        agents: i === 8 ? 10 : 7,
      })),
      shifts: people.slice(0, 10).map((operatorId, i) => ({
        operatorId,
        startsAt: at(9),
        endsAt: at(18),
        meal: i < 3 ? ([at(13), at(13, 30)] as const) : ([at(12, 30), at(13)] as const),
      })),
    })
    await inCenter(connection.db, scope, async (tx) => {
      const own = { center_id: scope.centerId }
      const shape = {
        ...own,
        start_from_minutes: 0,
        start_to_minutes: 1380,
        start_step_minutes: 30,
        breaks: JSON.stringify([
          { kind: 'meal', lengthMinutes: 30, paid: false, fromMinutes: 180, toMinutes: 240 },
        ]),
      }
      const first = await tx
        .updateTable('shift_shape')
        .set({ ...shape, span_minutes: 540, paid_minutes: 480 })
        .returning('id')
        .executeTakeFirstOrThrow()
      const second = await tx
        .insertInto('shift_shape')
        .values({ ...shape, code: 'L8', span_minutes: 480, paid_minutes: 420 })
        .returning('id')
        .executeTakeFirstOrThrow()
      const contract = await tx.selectFrom('contract').select('id').executeTakeFirstOrThrow()
      await tx
        .insertInto('contract_shape')
        .values(
          [first, second].map(({ id }) => ({ ...own, contract_id: contract.id, shape_id: id })),
        )
        .execute()
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const inDay = <Result>(work: Parameters<typeof inCenter<Result>>[2]): Promise<Result> =>
    inCenter(connection.db, scope, work)
  const shiftOf = (person: number): Promise<string> =>
    inDay(async (tx) => {
      const row = await tx
        .selectFrom('shift')
        .innerJoin('schedule', 'schedule.id', 'shift.schedule_id')
        .select('shift.id')
        .where('schedule.status', '=', 'published')
        .where('operator_id', '=', people[person] as OperatorId)
        .executeTakeFirstOrThrow()
      return row.id
    })
  const mealTo = async (person: number, hour: number, minute = 0) => ({
    kind: 'break' as const,
    shiftId: await shiftOf(person),
    breakStartsAt: at(13).toISOString(),
    startsAt: at(hour, minute).toISOString(),
  })

  it('predicts less waiting when a meal leaves the worst half-hour, and stores nothing', async () => {
    const move = await mealTo(0, 12, 30)
    const answer = await inDay((tx) => tryMoves(tx, [move], { nowMs, language }))
    expect(answer.broken).toEqual([])
    expect(answer.after.waitHours).toBeLessThan(answer.before.waitHours)
    const [queue] = answer.queues
    const worst = queue?.intervals.find(({ from }) => from === at(13).toISOString())
    // One agent more, less the six in a hundred who are usually missing later on.
    expect(worst?.after.given).toBeCloseTo((worst?.before.given ?? 0) + 0.94, 1)
    expect(worst?.after.asaSeconds ?? 0).toBeLessThan(worst?.before.asaSeconds ?? 0)
    const again = await inDay((tx) => tryMoves(tx, [move], { nowMs, language }))
    expect(again.before).toEqual(answer.before)
  })

  it('names the article of the law that a move would break', async () => {
    // Four hours after the end of a shift, where eleven are due.
    const again = {
      kind: 'call' as const,
      operatorId: people[0] as OperatorId,
      shape: 'L8',
      startsAt: at(22).toISOString(),
    }
    const answer = await inDay((tx) => tryMoves(tx, [again], { nowMs, language }))
    expect(answer.broken.map(({ text }) => text).join()).toMatch(
      /Rest between shifts .* \(art\. 83\)/,
    )
    const order = { scheduleId, revision: 1, moves: [again], reason: 'Too many calls' }
    await expect(
      inDay((tx) => keepMoves(tx, order, { name: 'S', language, nowMs })),
    ).rejects.toMatchObject({ code: 'schedule-breaks-rules' })
  })

  it('holds a meal to the window that its shape leaves it', async () => {
    const late = await mealTo(0, 14, 30)
    const { broken } = await inDay((tx) => tryMoves(tx, [late], { nowMs, language }))
    expect(broken).toMatchObject([{ rule: 'R04', operatorId: people[0] }])
  })

  it('refuses what has begun, and what is not there', async () => {
    const move = await mealTo(0, 12, 30)
    const after = { nowMs: at(13, 5).getTime(), language }
    await expect(inDay((tx) => tryMoves(tx, [move], after))).rejects.toMatchObject({
      code: 'move-in-past',
    })
    const strange = { ...move, shiftId: scope.actorId }
    await expect(inDay((tx) => tryMoves(tx, [strange], { nowMs, language }))).rejects.toMatchObject(
      { code: 'shift-unknown' },
    )
  })

  it('suggests to move a meal first, and each suggestion holds what it says', async () => {
    const { suggestions } = suggestForDay(await inDay((tx) => readDay(tx, nowMs)))
    const [first] = suggestions
    expect(first).toMatchObject({ kind: 'breaks', move: { kind: 'break' } })
    for (const { move, change, kind } of suggestions) {
      const tried = await inDay((tx) => tryMoves(tx, [move], { nowMs, language }))
      expect(tried.broken).toEqual([])
      expect(tried.after.lost - tried.before.lost).toBeCloseTo(change.lost, 1)
      expect(tried.after.missed - tried.before.missed).toBe(change.missed)
      const helps = change.lost < 0
      expect(helps || kind === 'release').toBe(true)
    }
  })

  it('keeps moves as one new version with its reason, in force from now on', async () => {
    const moves = [
      await mealTo(0, 12, 30),
      { kind: 'shape' as const, shiftId: await shiftOf(5), shape: 'L8' },
    ]
    const order = { scheduleId, revision: 1, moves, reason: 'Too many calls' }
    const kept = await inDay((tx) => keepMoves(tx, order, { name: 'S', language, nowMs }))
    expect(kept).toMatchObject({ status: 'published', publishedBy: 'S' })
    const versions = await inDay((tx) =>
      tx.selectFrom('schedule').select(['id', 'status', 'settings']).orderBy('version').execute(),
    )
    expect(versions.map(({ status }) => status)).toEqual(['superseded', 'published'])
    expect(versions[1]?.settings).toMatchObject({
      reason: 'Too many calls',
      changedFrom: scheduleId,
    })
    // The same order again is about a version that no longer holds.
    await expect(
      inDay((tx) => keepMoves(tx, order, { name: 'S', language, nowMs })),
    ).rejects.toMatchObject({ code: 'schedule-superseded' })
    const ends = await inDay((tx) =>
      tx
        .selectFrom('shift')
        .select('ends_at')
        .where('schedule_id', '=', kept.id)
        .where('operator_id', '=', people[5] as OperatorId)
        .executeTakeFirstOrThrow(),
    )
    expect(ends.ends_at).toEqual(at(17))
  })

  it('looks past midnight in the last hour of a day, into the next schedule', async () => {
    const night = await testCentre(connection, 'night')
    const own = await addPeople(connection, night, 6)
    const inNight = <Result>(work: Parameters<typeof inCenter<Result>>[2]): Promise<Result> =>
      inCenter(connection.db, night, work)
    /** Hours from the midnight after Sunday 29 November 2026. */
    const hour = (hours: number): Date =>
      new Date(Date.parse('2026-11-29T19:00:00Z') + hours * 60 * MINUTE_MS)
    const halfPastEleven = hour(-0.5).getTime()
    const published = { publishedAt: hour(-300) }
    const shift = (person: number, from: number, to: number) => ({
      operatorId: own[person] as OperatorId,
      startsAt: hour(from),
      endsAt: hour(to),
    })
    const predictions = async (): Promise<(readonly [string, number | undefined])[]> => {
      const { queues } = presentHours(await inNight((tx) => readHours(tx, halfPastEleven)))
      const ahead = queues[0]?.intervals.filter(({ to }) => Date.parse(to) > halfPastEleven) ?? []
      return ahead.map(({ from, predicted }) => [from, predicted?.given] as const)
    }
    const half = (hours: number, agents: number) => ({ startsAt: hour(hours), agents })
    await publishShifts(connection, night, {
      ...published,
      fromDate: '2026-11-23',
      required: [half(-1, 3), half(-0.5, 3)],
      shifts: [shift(0, -8, 0), shift(1, -8, 0), shift(2, -2, 6)],
    })
    // Of a day that nobody has published, nothing is predicted: nobody is missing there.
    expect((await predictions()).filter(([, given]) => given !== undefined)).toEqual([
      [hour(-0.5).toISOString(), 3],
    ])
    await publishShifts(connection, night, {
      ...published,
      fromDate: '2026-11-30',
      required: [half(0, 3), half(0.5, 3), half(2, 8)],
      shifts: [shift(3, 0, 8), shift(4, 0, 8), shift(5, 7, 15)],
    })
    const seen = await predictions()
    expect(seen).toHaveLength(16)
    // Two have gone home, two have come, and the night shift of the old schedule goes on.
    expect(seen[1]).toEqual([hour(0).toISOString(), 3])
    const hours = presentHours(await inNight((tx) => readHours(tx, halfPastEleven)))
    expect(hours).toMatchObject({ date: '2026-11-29', dayEndsAt: hour(0).toISOString() })
    const rule = { id: 'r', kind: 'staffing', threshold: 3, queueId: null } as const
    const within = (aheadMinutes: number) =>
      findAlerts({ ...rule, aheadMinutes }, { nowMs: halfPastEleven, hours, board: NOBODY })
    expect(within(180)).toMatchObject([{ detail: { from: hour(2).toISOString() } }])
    expect(within(120)).toEqual([])
    const day = await inNight((tx) => readDay(tx, halfPastEleven))
    // Only the old schedule can be moved here; whoever comes by the next one is counted all the same.
    expect(day.days.map(({ date: one }) => one)).toEqual(['2026-11-29'])
    expect(day.ahead.people.find(({ operatorId }) => operatorId === own[3])?.elsewhere).toEqual([
      { startMs: hour(0).getTime(), endMs: hour(8).getTime(), activity: 'work' },
    ])
  })

  it('calls in nobody whose competence has expired, and says which and since when (п. 18)', async () => {
    const own = { center_id: scope.centerId }
    const name = JSON.stringify({ kk: 'Сөйлеу', ru: 'Речь', en: 'Speech' })
    await inDay(async (tx) => {
      const { id } = await tx
        .insertInto('competence')
        .values({ ...own, code: 'own.speech', kind: 'general', name })
        .returning('id')
        .executeTakeFirstOrThrow()
      const queue = await tx.selectFrom('queue').select('id').executeTakeFirstOrThrow()
      await tx
        .insertInto('queue_competence')
        .values({ ...own, queue_id: queue.id, competence_id: id, min_level: 3 })
        .execute()
      const held = { ...own, competence_id: id, level: 4, assessed_on: addDays(date, -400) }
      await tx
        .insertInto('operator_competence')
        .values(
          people.slice(0, 11).map((operatorId, i) => ({
            ...held,
            operator_id: operatorId,
            valid_until: addDays(date, i < 9 ? 30 : -1),
          })),
        )
        .execute()
    })
    const called = (person: number) => ({
      kind: 'call' as const,
      operatorId: people[person] as OperatorId,
      shape: 'L8',
      startsAt: at(11).toISOString(),
    })
    const tried = (moves: Parameters<typeof tryMoves>[1]) =>
      inDay((tx) => tryMoves(tx, moves, { nowMs, language }))
    const competenceOf = async (person: number) => {
      const { broken } = await tried([called(person)])
      return broken.filter(({ rule }) => rule === 'P18')
    }
    const [expired] = await competenceOf(10)
    expect(expired).toMatchObject({ hard: true, operatorId: people[10] })
    expect(expired?.text).toContain(`«Speech» (${dateText(addDays(date, -1), language)})`)
    // Who never was competent is refused too.
    expect(await competenceOf(11)).toMatchObject([{ hard: true, operatorId: people[11] }])
    // Who is on shift without a valid competence already may go home sooner.
    expect(
      (await tried([{ kind: 'shape', shiftId: await shiftOf(9), shape: 'L8' }])).broken,
    ).toEqual([])
  })

  it('is for supervisors and planners, on a day with a plan', async () => {
    const call = callAs('supervisor', () => service)
    expect((await call('GET', '/today/suggestions', undefined, 'operator')).statusCode).toBe(403)
    expect((await call('POST', '/today/changes', {}, 'head')).statusCode).toBe(403)
    expect((await call('POST', '/today/what-if', { moves: [] })).statusCode).toBe(400)
    const people = await call('GET', '/today/people')
    expect([200, 409]).toContain(people.statusCode)
  })
})
