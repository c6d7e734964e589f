import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { readPlanningRows } from '#server/features/schedules/problem/planning.queries.ts'
import { rulesOf } from '#server/features/schedules/problem/rule-figures.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { answerAs } from '../../../../support/call.ts'
import { ownCentre } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

/** Mondays that no centre has planned. */
const BEFORE = '2098-12-29'
const FROM = '2099-01-05'

describe.each(DATABASES)('/labour-rules, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await ownCentre(connection)
    service = await testApp(connection, scope)
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = answerAs('planner', () => service)
  const ruleOf = async (code: string) =>
    (await call('GET', '/labour-rules')).body.rules.find(
      (one: { code: string }) => one.code === code,
    )
  const change = (
    code: string,
    figures: Readonly<Record<string, number>>,
    version: number,
    validFrom = FROM,
  ) => call('PUT', `/labour-rules/${code}`, { figures, version, validFrom, reason: 'Приказ № 1' })
  const planned = (date: string) =>
    inCenter(connection.db, scope, async (db) =>
      rulesOf(await readPlanningRows(db, localDate(date))),
    )

  it('tells every rule with its figures in three languages, how it is kept and since when', async () => {
    const { body } = await call('GET', '/labour-rules', undefined, 'hr')
    expect(body.rules.length).toBeGreaterThan(45)
    expect(body.rules.filter((one: { says: { ru: string } }) => one.says.ru.includes('{'))).toEqual(
      [],
    )
    expect(await ruleOf('inter_shift_rest')).toMatchObject({
      group: 'rest',
      isHouseRule: false,
      article: '83',
      says: {
        kk: 'Жұмыстың аяқталуы мен келесі басталуының арасы кемінде 12 сағ',
        ru: 'Между концом работы и её следующим началом — не меньше 12 ч',
        en: 'Between the end of work and its next start are at least 12 h',
      },
      kept: ['search', 'breach'],
      checks: ['R07'],
      version: 1,
      versions: [{ version: 1, validFrom: null, figures: { minRestMinutes: 720 } }],
    })
    expect(
      (await ruleOf('house_meal_window')).figures.map((one: { name: string }) => one.name),
    ).toEqual([
      'earliestMinutes',
      'latestMinutes',
      'minMinutes',
      'maxMinutes',
      'requiredFromSpanMinutes',
    ])
    expect((await ruleOf('shift_notice')).versions[0].validFrom).toBe('2023-07-01')
    expect((await ruleOf('max_shift')).article).toBeNull()
  })

  it('gives a house rule other figures from a day on, and keeps what it was before', async () => {
    const figures = {
      earliestMinutes: 165,
      latestMinutes: 255,
      minMinutes: 30,
      maxMinutes: 60,
      requiredFromSpanMinutes: 345,
    }
    const { status, body } = await change('house_meal_window', figures, 1)
    expect(status).toBe(200)
    const rule = body.rules.find((one: { code: string }) => one.code === 'house_meal_window')
    expect(rule).toMatchObject({
      version: 1,
      versions: [
        { version: 2, validFrom: FROM, figures, reason: 'Приказ № 1' },
        { version: 1, validFrom: null },
      ],
    })
    expect(await planned(BEFORE)).toMatchObject({
      mealEarliestMin: 180,
      mealRequiredFromSpanMin: 360,
    })
    expect(await planned(FROM)).toMatchObject({
      mealEarliestMin: 165,
      mealLatestMin: 255,
      mealRequiredFromSpanMin: 345,
    })
  })

  it('takes the way back as a version more, and records each', async () => {
    const [, first] = (await ruleOf('house_meal_window')).versions
    expect((await change('house_meal_window', first.figures, 2)).status).toBe(200)
    expect(await planned(FROM)).toMatchObject({ mealEarliestMin: 180, mealLatestMin: 240 })
    const { records } = (await call('GET', '/audit?entity=labour_rule', undefined, 'head')).body
    expect(records.length).toBeGreaterThan(0)
    const versions = records
      .filter(({ entityId }: { entityId: string }) => entityId === 'house_meal_window')
      .map(({ after }: { after: { version: number } }) => after.version)
    expect(versions).toEqual([3, 2, 1])
  })

  it('never goes below the law: says the figure, the bound and the article', async () => {
    const rest = await change('house_weekly_rest', { minRestMinutes: 1425 }, 1)
    expect(rest.status).toBe(422)
    expect(rest.body).toMatchObject({
      type: '/problems/house-rule-refused',
      errors: [
        { pointer: 'Еженедельный отдых', detail: '23 ч 45 мин при наименьшем 24 ч (ст. 84)' },
      ],
    })
    const odd = await change('house_weekly_rest', { minRestMinutes: 2520, other: 1 }, 1)
    expect(odd.body.errors).toEqual([{ pointer: 'other', detail: 'такой величины у правила нет' }])
    expect((await ruleOf('house_weekly_rest')).versions).toHaveLength(1)
  })

  it('stops where contracts or shifts would no longer keep to it, and names them', async () => {
    const { status, body } = await change('house_weekly_rest', { minRestMinutes: 2880 }, 1)
    expect(status).toBe(422)
    expect(body.type).toBe('/problems/house-rule-refused')
    const { contracts } = (await call('GET', '/working-time')).body
    const short = contracts.filter(
      ({ weeklyRestMinutes }: { weeklyRestMinutes: number }) => weeklyRestMinutes < 2880,
    )
    expect(short.length).toBeGreaterThan(0)
    expect(body.errors).toEqual(
      short.map(({ code }: { code: string }) => ({
        pointer: `Договор ${code}: Еженедельный отдых`,
        detail: '42 ч при наименьшем 48 ч по правилу центра',
      })),
    )
    const meal = {
      earliestMinutes: 300,
      latestMinutes: 330,
      minMinutes: 30,
      maxMinutes: 60,
      requiredFromSpanMinutes: 360,
    }
    const late = await change('house_meal_window', meal, 3)
    expect(late.body.errors[0].pointer).toMatch(/^Смена .+: Перерывы$/)
  })

  it('holds a contract to the rules that will count later, too', async () => {
    expect((await change('house_consecutive_days', { maxDays: 12 }, 1)).status).toBe(200)
    const { contracts } = (await call('GET', '/working-time')).body
    const [{ code, people: _, ...terms }] = contracts
    const longer = { ...terms, maxConsecutiveDays: 7 }
    const { body } = await call('PUT', `/working-time/contracts/${code}`, longer)
    expect(body.errors).toEqual([
      { pointer: 'Рабочих дней подряд', detail: '7 при наибольшем 6 по правилу центра' },
    ])
  })

  it('takes no day that has passed, no rule of law, and nothing that is or was changed already', async () => {
    const [now] = (await ruleOf('house_consecutive_nights')).versions
    const same = await change('house_consecutive_nights', now.figures, now.version)
    expect(same.body.type).toBe('/problems/house-rule-unchanged')
    const night = { maxNights: 3, minNightMinutes: 120 }
    const past = await change('house_consecutive_nights', night, 1, '2020-01-06')
    expect(past.body.type).toBe('/problems/rule-date-passed')
    const law = await change('inter_shift_rest', { minRestMinutes: 600 }, 1)
    expect(law.body.type).toBe('/problems/labour-rule-of-law')
    expect((await change('house_meal_window', night, 1)).body.type).toBe(
      '/problems/changed-meanwhile',
    )
    expect((await change('none', night, 1)).status).toBe(404)
    expect((await change('house_consecutive_nights', { maxNights: 1.5 }, 1)).status).toBe(400)
  })

  it('is read by those who plan and keep people, and changed by planners', async () => {
    expect((await call('GET', '/labour-rules', undefined, 'operator')).status).toBe(403)
    expect((await call('GET', '/labour-rules', undefined, null)).status).toBe(401)
    const body = { figures: { maxDays: 5 }, version: 2, validFrom: FROM, reason: 'x' }
    const put = (role: string | null) =>
      call('PUT', '/labour-rules/house_consecutive_days', body, role)
    expect((await put('hr')).status).toBe(403)
    expect((await put(null)).status).toBe(401)
  })
})
