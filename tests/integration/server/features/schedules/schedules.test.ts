import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'
import { storeSample } from '#server/sample/first-centre.ts'

import { answerAs, resultOf } from '../../../../support/call.ts'
import { shortSample } from '../../../../support/short-sample.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

const sample = shortSample(localDate('2026-11-24'))
const week = sample.planningWeek
const NOWHERE = '00000000-0000-4000-8000-000000000000'
const HOUR_MS = 3_600_000
const ZONE = 'Asia/Almaty'
/** The whole pipeline from history to a first schedule, on a busy machine. */
const PIPELINE_MS = 400_000

interface Shift {
  readonly id: string
  readonly operatorId: string
  readonly shape: string
  readonly startsAt: string
  readonly endsAt: string
  readonly locked: boolean
  readonly origin: string
  readonly breaks: readonly object[]
}

interface Coverage {
  readonly scheduled: readonly number[]
  readonly shortage: readonly number[]
  readonly queues: readonly { readonly queueId: string; readonly shortage: readonly number[] }[]
}

type Person = Grid['operators'][number]

interface Grid {
  readonly schedule: { readonly id: string; readonly revision: number; readonly status: string }
  readonly operators: readonly {
    readonly id: string
    readonly name: string
    readonly personnelNumber: string
    readonly contract: string
    readonly paidMinutes: number
    readonly targetMinutes: number
    readonly shapes: readonly string[]
    readonly queues: readonly string[]
    readonly leave: readonly string[]
    readonly absences: readonly { readonly kind: string }[]
  }[]
  readonly shapes: readonly {
    readonly code: string
    readonly spanMinutes: number
    readonly startFromMinutes: number
  }[]
  readonly shifts: readonly Shift[]
  readonly coverage: Coverage
  readonly violations: readonly {
    readonly rule: string
    readonly operatorName: string
    readonly article: string | null
    readonly shiftId: string | null
    readonly dates: readonly string[]
    readonly text: string
  }[]
}

describe.each(DATABASES)('/schedules, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let requirementId = ''
  let scheduleId = ''

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await storeSample({ connection }, sample)
    service = await testApp(connection, scope)
    const forecast = await run('/forecasts', { fromDate: week, weeks: 4 })
    const requirement = await run('/requirements', { forecastId: forecast['forecastId'] })
    requirementId = String(requirement['requirementId'])
    const schedule = await run('/schedules', order())
    scheduleId = String(schedule['scheduleId'])
  }, PIPELINE_MS)
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = answerAs('planner', () => service)

  const run = async (url: string, payload: object) =>
    resultOf(service, scope, (await call('POST', url, payload)).body)

  function order(part: object = {}): object {
    return { requirementId, fromDate: week, days: 7, timeLimitSeconds: 1, ...part }
  }

  async function grid(id = scheduleId): Promise<Grid> {
    return (await call('GET', `/schedules/${id}/grid`)).body
  }

  /** A person and a day with nothing on it and nothing near it, and a shift that fits there. */
  function freeDay({ operators, shapes, shifts }: Grid) {
    for (const person of operators) {
      const own = shifts.filter(({ operatorId }) => operatorId === person.id)
      const shape = shapes.find(({ code }) => person.shapes.includes(code))
      const isNear = (at: number): boolean =>
        own.some(
          ({ startsAt, endsAt }) =>
            Date.parse(startsAt) < at + 36 * HOUR_MS && Date.parse(endsAt) > at - 16 * HOUR_MS,
        )
      for (let day = 0; shape !== undefined && day < 7; day++) {
        const date = addDays(week, day)
        const at = Date.parse(`${date}T00:00:00+05:00`) + shape.startFromMinutes * 60_000
        const isAway = person.leave.includes(date)
        if (!isAway && !isNear(at)) return { person, shape, startsAt: new Date(at).toISOString() }
      }
    }
    throw new RangeError('nobody has a free day')
  }

  describe('POST /schedules', () => {
    it.each([
      ['part of a week', { days: 5 }, 400, 'invalid-request'],
      ['a requirement that is not there', { requirementId: NOWHERE }, 404, 'requirement-unknown'],
      ['locks of a schedule that is not there', { keepLockedOf: NOWHERE }, 404, 'schedule-unknown'],
      ['a Tuesday', { fromDate: addDays(week, 1) }, 422, 'schedule-not-from-monday'],
      // The requirement covers four weeks, and four weeks from the second reach into a fifth.
      [
        'weeks without a requirement',
        { fromDate: addDays(week, 7), days: 28 },
        422,
        'requirement-misses-weeks',
      ],
    ])('refuses %s', async (_, part, status, code) => {
      const answer = await call('POST', '/schedules', order(part))
      expect(answer).toMatchObject({ status, body: { type: `/problems/${code}` } })
    })

    it('gives a holiday to those who work by shifts or have agreed, and to nobody else', async () => {
      // Independence Day, Wednesday of the second week.
      const holiday = '2026-12-16'
      const { scheduleId: id } = await run('/schedules', order({ fromDate: addDays(week, 7) }))
      const { operators, shifts, violations } = await grid(String(id))
      expect(violations).toEqual([])
      const working = new Set(
        shifts
          .filter(({ startsAt }) => localDateOf(Date.parse(startsAt) as EpochMs, ZONE) === holiday)
          .map(({ operatorId }) => operatorId),
      )
      const agreed = new Map(sample.operators.map((one) => [one.personnelNumber, one.consents]))
      const shiftless = operators.filter(({ contract }) => contract !== 'SW12')
      const [may, mayNot] = [true, false].map((isAgreed) =>
        shiftless.filter(
          (one) => agreed.get(one.personnelNumber)?.includes('holiday_work') === isAgreed,
        ),
      )
      expect(may?.some(({ id: person }) => working.has(person))).toBe(true)
      expect(mayNot?.filter(({ id: person }) => working.has(person))).toEqual([])
      // The wish names a shift on that day for one of the others.
      const person = mayNot?.find(
        ({ contract, leave }) => contract === 'FT40' && leave.length === 0,
      )
      const wish = {
        operatorId: person?.id,
        shape: 'F8a',
        startsAt: `${holiday}T10:00:00+05:00`,
      }
      const tried = await call('POST', `/schedules/${id}/shifts/try`, wish)
      expect(tried.body.violations.added).toContainEqual(
        expect.objectContaining({ rule: 'HOLIDAY_WORK', article: '85(1), 86' }),
      )
    })

    it('is for planners who are signed in', async () => {
      expect((await call('POST', '/schedules', order(), null)).status).toBe(401)
      expect((await call('POST', '/schedules', order(), 'supervisor')).status).toBe(403)
    })

    it('keeps the best so far, a legal draft, when it is cancelled', async () => {
      const { body } = await call('POST', '/schedules', order({ timeLimitSeconds: 600 }))
      const job = async () => (await call('GET', `/jobs/${body.id}`)).body
      // Once the search has begun there is a first plan to keep, and it tells what that is worth.
      while ((await job()).stage !== 'search') await sleep(50)
      while ((await job()).result === null) await sleep(50)
      expect((await job()).result.shortAgentHours).toBeGreaterThanOrEqual(0)
      expect((await call('POST', `/jobs/${body.id}/cancel`)).status).toBe(200)
      const row = await service.jobs.waitFor(scope, body.id)
      expect(row).toMatchObject({ status: 'done', result: { cancelled: true } })
      const kept = await grid(String((row.result as Record<string, unknown>)['scheduleId']))
      expect(kept.schedule.status).toBe('draft')
      expect(kept.shifts.length).toBeGreaterThan(0)
      expect(kept.violations).toEqual([])
    })

    it('keeps nothing when it is cancelled before it has begun', async () => {
      const { body } = await call('POST', '/schedules', order({ timeLimitSeconds: 600 }))
      const count = async () => (await call('GET', '/schedules')).body.schedules.length
      const before = await count()
      await call('POST', `/jobs/${body.id}/cancel`)
      expect(await service.jobs.waitFor(scope, body.id)).toMatchObject({ status: 'cancelled' })
      expect(await count()).toBe(before)
    })

    it('leaves the locked shifts of an earlier version where they are, and locked', async () => {
      const before = await grid()
      const [first, second] = before.shifts
      for (const [at, shift] of [first, second].entries()) {
        const change = { revision: before.schedule.revision + at, locked: true }
        const answer = await call('PATCH', `/schedules/${scheduleId}/shifts/${shift?.id}`, change)
        expect(answer.status).toBe(200)
      }
      const again = await run('/schedules', order({ keepLockedOf: scheduleId, seed: 7 }))
      const after = await grid(String(again['scheduleId']))
      const place = ({ operatorId, startsAt, shape }: Shift) => `${operatorId} ${startsAt} ${shape}`
      const locked = after.shifts.filter((shift) => shift.locked).map(place)
      expect(locked.toSorted()).toEqual(
        [first, second].map((shift) => place(shift as Shift)).toSorted(),
      )
    })

    it('names person, days and rule when what is locked cannot stand together', async () => {
      const draft = String((await run('/schedules', order({ seed: 3 })))['scheduleId'])
      const before = await grid(draft)
      const [shift] = before.shifts
      const person = before.operators.find(({ id }) => id === shift?.operatorId)
      const url = `/schedules/${draft}/shifts`
      const { revision } = before.schedule
      await call('PATCH', `${url}/${shift?.id}`, { revision, locked: true })
      // Four hours after the end: less than the 12 hours that must lie between shifts.
      const startsAt = new Date(Date.parse(shift?.endsAt ?? '') + 4 * HOUR_MS).toISOString()
      const { shape, operatorId } = shift as Shift
      const near = { revision: revision + 1, operatorId, shape, startsAt, locked: true }
      expect((await call('POST', url, near)).status).toBe(200)
      const { body } = await call('POST', '/schedules', order({ keepLockedOf: draft }))
      const row = await service.jobs.waitFor(scope, body.id)
      expect(row.status).toBe('failed')
      const problem = row.problem as { type: string; errors: { pointer: string; detail: string }[] }
      expect(problem.type).toBe('/problems/schedule-impossible')
      expect(problem.errors.map(({ pointer }) => pointer).join('\n')).toContain(person?.name)
      expect(problem.errors.map(({ detail }) => detail).join('\n')).toMatch(/ст\. (73 п\. 4|83)/u)
    })
  })

  describe('/schedules/:id/simulation', () => {
    const url = () => `/schedules/${scheduleId}/simulation`
    const latest = async () => (await call('GET', url())).body.simulation

    it('has none until one is asked for', async () => {
      expect(await call('GET', url())).toEqual({ status: 200, body: { simulation: null } })
    })

    it('tells what callers will meet: by day, week and half-year, the telephone first', async () => {
      const { simulationId } = await run(url(), { runs: 20 })
      const simulation = await latest()
      expect(simulation).toMatchObject({ id: simulationId, runs: 20, staleBecause: [] })
      const [phone, ...queues] = simulation.lines
      expect(queues).toHaveLength(5)
      // The order's promises are kept by the two telephone queues of the sample centre.
      expect(phone.queueIds).toHaveLength(2)
      expect(phone.promises[0]).toMatchObject({ asaSeconds: 60, abandonShare: 0.1 })
      expect(phone.days.map(({ fromDate }: { fromDate: string }) => fromDate)).toEqual(
        Array.from({ length: 7 }, (_, day) => addDays(week, day)),
      )
      const offered = phone.days.map((day: { offered: { mean: number } }) => day.offered.mean)
      const sum = offered.reduce((a: number, b: number) => a + b, 0)
      expect(phone.weeks[0].offered.mean / sum).toBeCloseTo(1, 3)
      for (const { keptChance, asaSeconds, occupancy } of phone.days) {
        expect(keptChance).toBeGreaterThanOrEqual(0)
        expect(keptChance).toBeLessThanOrEqual(1)
        expect(asaSeconds.p10).toBeLessThanOrEqual(asaSeconds.p90)
        expect(occupancy.mean).toBeGreaterThan(0.1)
        expect(occupancy.mean).toBeLessThanOrEqual(1)
      }
      // The sample's history ends with the Sunday before it was made.
      expect(simulation.halfYear).toMatchObject({
        fromDate: '2026-07-01',
        toDate: '2027-01-01',
        soFar: { untilDate: '2026-11-23' },
      })
      expect(simulation.halfYear.soFar.answered).toBeGreaterThan(1000)
    })

    it('says every interval of a queue, and of the telephone together', async () => {
      const { id, lines } = await latest()
      const intervals = async (query: string) => call('GET', `${url()}/${id}/intervals${query}`)
      const { body: together } = await intervals('')
      expect(together.startsAt).toHaveLength(336)
      const [kazakh, russian] = await Promise.all(
        lines[0].queueIds.map(
          async (queueId: string) => (await intervals(`?queueId=${queueId}`)).body,
        ),
      )
      const at = 20
      expect(kazakh.offered.mean[at] + russian.offered.mean[at]).toBeCloseTo(
        together.offered.mean[at],
        1,
      )
      expect((await intervals(`?queueId=${NOWHERE}`)).status).toBe(404)
    })

    it('gives the same answer for the same seed, and another for another', async () => {
      const { lines } = await latest()
      await run(url(), { runs: 20 })
      expect((await latest()).lines).toEqual(lines)
      await run(url(), { runs: 20, seed: 2 })
      expect((await latest()).lines).not.toEqual(lines)
    })

    it('keeps nothing when it is cancelled', async () => {
      const before = await latest()
      const { body } = await call('POST', url(), { runs: 1000 })
      const job = async () => (await call('GET', `/jobs/${body.id}`)).body
      while ((await job()).stage !== 'simulate') await sleep(50)
      expect((await call('POST', `/jobs/${body.id}/cancel`)).status).toBe(200)
      expect(await service.jobs.waitFor(scope, body.id)).toMatchObject({ status: 'cancelled' })
      expect((await latest()).id).toBe(before.id)
    })

    it('says when a shift has been changed since', async () => {
      const { schedule, shifts } = await grid()
      const change = { revision: schedule.revision, locked: !(shifts[0]?.locked ?? false) }
      await call('PATCH', `/schedules/${scheduleId}/shifts/${shifts[0]?.id}`, change)
      expect((await latest()).staleBecause).toEqual(['schedule'])
    })

    it.each([
      ['too few runs', { runs: 5 }, 400],
      ['more runs than anybody waits for', { runs: 5000 }, 400],
    ])('refuses %s', async (_, payload, status) => {
      expect((await call('POST', url(), payload)).status).toBe(status)
    })

    it('is ordered by planners, read by everybody signed in, and known by its schedule only', async () => {
      expect((await call('POST', url(), {}, null)).status).toBe(401)
      expect((await call('POST', url(), {}, 'supervisor')).status).toBe(403)
      expect((await call('GET', url(), undefined, null)).status).toBe(401)
      expect((await call('GET', url(), undefined, 'supervisor')).status).toBe(200)
      expect((await call('POST', `/schedules/${NOWHERE}/simulation`, {})).status).toBe(404)
      const { id } = await latest()
      const elsewhere = `/schedules/${NOWHERE}/simulation/${id}/intervals`
      expect((await call('GET', elsewhere)).status).toBe(404)
    })
  })

  describe('GET', () => {
    it('lists versions, and shows one with people, shapes, shifts, coverage and breaches', async () => {
      const list = await call('GET', '/schedules')
      expect(list.status).toBe(200)
      expect(list.body.schedules.map(({ id }: { id: string }) => id)).toContain(scheduleId)
      expect((await call('GET', `/schedules/${scheduleId}`)).body).toMatchObject({ fromDate: week })
      const { operators, shapes, shifts } = await grid()
      // The sample centre has 64 operators; each contract allows some of its shapes.
      expect(operators).toHaveLength(64)
      const codes = shapes.map(({ code }) => code)
      for (const person of operators)
        expect(codes).toEqual(expect.arrayContaining([...person.shapes]))
      for (const shift of shifts) expect(shift.origin).toBe('engine')
    })

    it.each(['/schedules', '/schedules/ID', '/schedules/ID/grid'])(
      'asks who reads %s',
      async (url) => {
        expect((await call('GET', url.replace('ID', scheduleId), undefined, null)).status).toBe(401)
      },
    )

    it.each(['', '/grid'])('knows no other schedule%s, and no malformed id', async (rest) => {
      const unknown = await call('GET', `/schedules/${NOWHERE}${rest}`)
      expect(unknown).toMatchObject({ status: 404, body: { type: '/problems/schedule-unknown' } })
      expect((await call('GET', `/schedules/x${rest}`)).status).toBe(400)
    })
  })

  describe('changing a draft by hand', () => {
    it('adds a shift to an empty day, with breaks where the rules want them', async () => {
      const before = await grid()
      const { person, shape, startsAt } = freeDay(before)
      const wish = {
        revision: before.schedule.revision,
        operatorId: person.id,
        shape: shape.code,
        startsAt,
      }
      const { status, body } = await call('POST', `/schedules/${scheduleId}/shifts`, wish)
      expect(status).toBe(200)
      const after = body as Grid
      const added = after.shifts.find(
        (one) => one.operatorId === person.id && one.startsAt === startsAt,
      )
      expect(added?.origin).toBe('manual')
      const spanMs = Date.parse(added?.endsAt ?? '') - Date.parse(startsAt)
      expect(spanMs).toBe(shape.spanMinutes * 60_000)
      const broken = after.violations.filter(({ shiftId }) => shiftId === added?.id)
      // R02 start, R04 breaks, R05 meal: what only the adding decides.
      for (const { rule } of broken) expect(['R02', 'R04', 'R05']).not.toContain(rule)
    })

    it('takes a shift away, and puts it back as it was', async () => {
      const before = await grid()
      const shift = before.shifts[5] as Shift
      const { revision } = before.schedule
      const url = `/schedules/${scheduleId}/shifts`
      const without = await call('DELETE', `${url}/${shift.id}?revision=${revision}`)
      expect(without.status).toBe(200)
      expect(without.body.shifts).toHaveLength(before.shifts.length - 1)
      const { operatorId, shape, startsAt, locked, breaks } = shift
      const wish = { revision: revision + 1, operatorId, shape, startsAt, locked, breaks }
      const { body } = await call('POST', url, wish)
      const back = (body as Grid).shifts.find(
        (one) => one.operatorId === operatorId && one.startsAt === startsAt,
      )
      expect(back).toEqual({ ...shift, id: back?.id, origin: 'manual' })
    })

    it('gives a shift another shape: its length and its breaks', async () => {
      const before = await grid()
      const byCode = new Map(before.shapes.map((shape) => [shape.code, shape]))
      const found = before.shifts.flatMap((shift) => {
        const person = before.operators.find(({ id }) => id === shift.operatorId)
        const other = person?.shapes.find((code) => code !== shift.shape)
        return other === undefined ? [] : [{ shift, other }]
      })[0]
      const { shift, other } = found as { shift: Shift; other: string }
      const url = `/schedules/${scheduleId}/shifts/${shift.id}`
      const { body } = await call('PATCH', url, {
        revision: before.schedule.revision,
        shape: other,
      })
      const changed = (body as Grid).shifts.find(({ id }) => id === shift.id)
      expect(changed).toMatchObject({ shape: other, startsAt: shift.startsAt, origin: 'manual' })
      const spanMs = Date.parse(changed?.endsAt ?? '') - Date.parse(shift.startsAt)
      expect(spanMs).toBe((byCode.get(other)?.spanMinutes ?? 0) * 60_000)
    })

    it('says which shift breaks which rule of which article, in hours', async () => {
      const before = await grid()
      const shift = before.shifts.find(
        (one) => Date.parse(one.endsAt) < Date.parse(`${week}T23:00:00+05:00`),
      ) as Shift
      const near = {
        revision: before.schedule.revision,
        operatorId: shift.operatorId,
        shape: shift.shape,
        // Eleven hours and a half of rest: 30 minutes less than art. 83 asks for.
        startsAt: new Date(Date.parse(shift.endsAt) + 11.5 * HOUR_MS).toISOString(),
      }
      const url = `/schedules/${scheduleId}/shifts`
      const after = (await call('POST', url, near)).body as Grid
      const rest = after.violations.find(
        ({ rule, text }) => rule === 'R07' && text.includes('11 ч 30 мин'),
      )
      const added = after.shifts.find(
        ({ operatorId, startsAt }) => operatorId === near.operatorId && startsAt === near.startsAt,
      )
      expect(rest).toMatchObject({ article: '83', shiftId: added?.id })
      const { revision } = after.schedule
      expect((await call('DELETE', `${url}/${added?.id}?revision=${revision}`)).status).toBe(200)
    })

    const LOCK = ['PATCH', '/shifts/SHIFT', { locked: true }] as const
    const ADD = [
      'POST',
      '/shifts',
      { operatorId: NOWHERE, shape: 'none', startsAt: `${week}T09:00:00+05:00` },
    ] as const

    async function place(rest: string) {
      const { schedule, shifts } = await grid()
      const own = rest.replace('SHIFT', shifts[0]?.id ?? '')
      return { url: `/schedules/${scheduleId}${own}`, revision: schedule.revision }
    }

    it.each([LOCK, ADD])(
      'asks who does %s %s, and checks the body',
      async (method, rest, change) => {
        const { url, revision } = await place(rest)
        const wish = { revision, ...change }
        expect((await call(method, url, change)).status).toBe(400)
        expect((await call(method, url, wish, null)).status).toBe(401)
        expect((await call(method, url, wish, 'operator')).status).toBe(403)
        const elsewhere = url.replace(scheduleId, NOWHERE)
        expect((await call(method, elsewhere, wish)).body.type).toBe('/problems/schedule-unknown')
      },
    )

    it('knows no other person, shape or shift', async () => {
      const { url, revision } = await place('/shifts/SHIFT')
      const shape = await call('PATCH', url, { revision, shape: 'none' })
      expect(shape).toMatchObject({ status: 404, body: { type: '/problems/record-unknown' } })
      const person = await call('POST', `/schedules/${scheduleId}/shifts`, { revision, ...ADD[2] })
      expect(person).toMatchObject({ status: 404, body: { type: '/problems/record-unknown' } })
      const gone = `/schedules/${scheduleId}/shifts/${NOWHERE}`
      const shift = await call('PATCH', gone, { revision, locked: true })
      expect(shift).toMatchObject({ status: 404, body: { type: '/problems/shift-unknown' } })
    })

    it('refuses a change that was made on an older revision', async () => {
      const { url, revision } = await place('/shifts/SHIFT')
      const old = await call('PATCH', url, { revision: revision - 1, locked: true })
      expect(old).toMatchObject({ status: 409, body: { type: '/problems/changed-meanwhile' } })
    })

    it('refuses to take away what it does not know', async () => {
      const url = `/schedules/${scheduleId}/shifts/${NOWHERE}`
      expect((await call('DELETE', url)).status).toBe(400)
      expect((await call('DELETE', `${url}?revision=1`, undefined, 'hr')).status).toBe(403)
      expect((await call('DELETE', `${url}?revision=1`)).body.type).toBe('/problems/shift-unknown')
    })
  })

  describe('trying a change before it is kept', () => {
    /** The grid's coverage with that of the tried days put in. */
    function covered({ coverage }: Grid, part: Coverage & { readonly firstInterval: number }) {
      const put = (whole: readonly number[], days: readonly number[]): number[] =>
        whole.toSpliced(part.firstInterval, days.length, ...days)
      return {
        scheduled: put(coverage.scheduled, part.scheduled),
        shortage: put(coverage.shortage, part.shortage),
        queues: coverage.queues.map(({ queueId, shortage }) => ({
          queueId,
          shortage: put(
            shortage,
            part.queues.find((one) => one.queueId === queueId)?.shortage ?? [],
          ),
        })),
      }
    }

    /** The same rule, broken by the same person twice in a day, is told once. */
    const rules = ({ violations }: Pick<Grid, 'violations'>): string[] =>
      [
        ...new Set(
          violations.map(({ rule, operatorName, text }) => `${operatorName} ${rule} ${text}`),
        ),
      ].toSorted()

    it.each(['another start', 'another shape'])(
      'tells what %s does, and it does that',
      async (what) => {
        const before = await grid()
        const shift = before.shifts.find((one) => !one.locked) as Shift
        const person = before.operators.find(({ id }) => id === shift.operatorId)
        const wish =
          what === 'another start'
            ? { startsAt: new Date(Date.parse(shift.startsAt) + 3 * HOUR_MS).toISOString() }
            : { shape: person?.shapes.find((code) => code !== shift.shape) ?? shift.shape }
        const url = `/schedules/${scheduleId}/shifts/${shift.id}`
        const tried = await call('POST', `${url}/try`, wish)
        expect(tried.status).toBe(200)
        expect(await grid()).toEqual(before)

        const { revision } = before.schedule
        const after = (await call('PATCH', url, { revision, ...wish })).body as Grid
        expect(after.shifts.find(({ id }) => id === shift.id)).toEqual(tried.body.shift)
        expect(after.coverage).toMatchObject(covered(before, tried.body.coverage))
        const paid = after.operators.find(({ id }) => id === shift.operatorId)?.paidMinutes
        expect(tried.body.paidMinutes).toBe(paid)
        const { added, removed } = tried.body.violations
        expect(rules({ violations: [...before.violations, ...added] })).toEqual(
          rules({ violations: [...after.violations, ...removed] }),
        )
      },
    )

    it('tells what a new shift does, and which rules it breaks', async () => {
      const before = await grid()
      const shift = before.shifts[0] as Shift
      const wish = {
        operatorId: shift.operatorId,
        shape: shift.shape,
        // An hour after the end: art. 83 asks for 12 hours of rest.
        startsAt: new Date(Date.parse(shift.endsAt) + HOUR_MS).toISOString(),
      }
      const url = `/schedules/${scheduleId}/shifts`
      const tried = await call('POST', `${url}/try`, wish)
      expect(tried.status).toBe(200)
      expect(await grid()).toEqual(before)
      expect(tried.body.violations.added.map(({ rule }: { rule: string }) => rule)).toContain('R07')
      const { revision } = before.schedule
      const after = (await call('POST', url, { revision, ...wish })).body as Grid
      expect(after.coverage).toMatchObject(covered(before, tried.body.coverage))
      const { added, removed } = tried.body.violations
      expect(rules({ violations: [...before.violations, ...added] })).toEqual(
        rules({ violations: [...after.violations, ...removed] }),
      )
    })

    it('tells of whom the law keeps from one shift more, and by which article', async () => {
      const { scheduleId: id } = await run('/schedules', order())
      const { operators } = await grid(String(id))
      const agreed = new Set(
        sample.operators
          .filter(({ consents }) => consents.includes('overtime'))
          .map(({ personnelNumber }) => personnelNumber),
      )
      /** Gives somebody a shift on every free day until a rule is broken. */
      const filledUntil = async (rule: string, person: Person | undefined, shape: string) => {
        let now = await grid(String(id))
        const isBroken = ({ rule: broken, operatorName }: Grid['violations'][number]) =>
          broken === rule && operatorName === person?.name
        for (let day = 0; day < 7 && !now.violations.some(isBroken); day++) {
          const date = addDays(week, day)
          const isTaken = now.shifts.some(
            ({ operatorId, startsAt }) =>
              operatorId === person?.id &&
              localDateOf(Date.parse(startsAt) as EpochMs, ZONE) === date,
          )
          if (isTaken) continue
          const { revision } = now.schedule
          const startsAt = `${date}T10:00:00+05:00`
          const wish = { revision, operatorId: person?.id, shape, startsAt }
          now = (await call('POST', `/schedules/${id}/shifts`, wish)).body as Grid
        }
        return now.violations.filter(isBroken)
      }
      const isThere = ({ leave }: Person): boolean => leave.length === 0
      const partTime = operators.find(
        (one) => one.contract === 'PT20' && isThere(one) && !agreed.has(one.personnelNumber),
      )
      expect(await filledUntil('OVERTIME_CONSENT', partTime, 'P6')).toMatchObject([
        { article: '77(1)' },
      ])
      const fullTime = operators.find((one) => one.contract === 'FT40' && isThere(one))
      expect(await filledUntil('R16', fullTime, 'F8a')).toMatchObject([
        { article: '84(1-4), 84(4-1)' },
      ])
    })

    it('refuses strangers, bad bodies, and what is not there', async () => {
      const shift = (await grid()).shifts[0] as Shift
      const url = `/schedules/${scheduleId}/shifts/${shift.id}/try`
      const wish = { startsAt: shift.startsAt }
      expect((await call('POST', url, wish, null)).status).toBe(401)
      expect((await call('POST', url, wish, 'operator')).status).toBe(403)
      expect((await call('POST', url, { startsAt: 'tomorrow' })).status).toBe(400)
      const code = async (address: string, body: object) =>
        (await call('POST', address, body)).body.type
      expect(await code(url, { shape: 'none' })).toBe('/problems/record-unknown')
      expect(await code(url.replace(shift.id, NOWHERE), wish)).toBe('/problems/shift-unknown')
      expect(await code(url.replace(scheduleId, NOWHERE), wish)).toBe('/problems/schedule-unknown')

      const addition = `/schedules/${scheduleId}/shifts/try`
      const one = { operatorId: NOWHERE, shape: shift.shape, startsAt: shift.startsAt }
      expect((await call('POST', addition, one, null)).status).toBe(401)
      expect((await call('POST', addition, one, 'hr')).status).toBe(403)
      expect((await call('POST', addition, wish)).status).toBe(400)
      expect(await code(addition, one)).toBe('/problems/record-unknown')
    })
  })

  describe('mending a schedule after an absence', () => {
    interface Change {
      readonly operatorId: string
      readonly kind: string
      readonly shiftId: string | null
      readonly after: Pick<Shift, 'shape' | 'startsAt' | 'endsAt' | 'breaks'> | null
    }
    interface Option {
      readonly kind: string
      readonly changes: readonly Change[]
      readonly shortHours: { readonly before: number; readonly after: number }
      readonly coverage: Coverage & { readonly firstInterval: number }
    }

    const toReplacement = ({ operatorId, shiftId, after }: Change): object => ({
      operatorId,
      shiftId,
      after:
        after === null
          ? null
          : { shape: after.shape, startsAt: after.startsAt, breaks: after.breaks },
    })

    async function ownDraft(): Promise<string> {
      return String((await run('/schedules', order({ seed: 5 })))['scheduleId'])
    }

    function illness({ shifts }: Grid) {
      const shift = shifts.find(({ locked }) => !locked) as Shift
      // The centre's own day: Almaty is five hours ahead of UTC.
      const day = new Date(Date.parse(shift.startsAt) + 5 * HOUR_MS).toISOString().slice(0, 10)
      const { operatorId } = shift
      return { shift, absence: { operatorId, kind: 'sick', fromDate: day, toDate: day } }
    }

    const repairs = async (id: string, wish: object, role: string | null = 'planner') =>
      call('POST', `/schedules/${id}/repairs`, wish, role)

    it('offers legal options, and keeps the chosen one with the absence as one revision', async () => {
      const id = await ownDraft()
      const before = await grid(id)
      const { shift, absence } = illness(before)
      const { status, body } = await repairs(id, { absence })
      expect(status).toBe(200)
      expect(await grid(id)).toEqual(before)
      expect(body.lostShiftIds).toContain(shift.id)
      const options: readonly Option[] = body.options
      expect(options.map(({ kind }) => kind)).toContain('none')
      expect(options.length).toBeGreaterThan(1)

      const best = options.find(({ changes }) => changes.some(({ after }) => after !== null))
      if (best === undefined) throw new Error('nothing but giving up was offered')
      const wish = { revision: body.revision, changes: best.changes.map(toReplacement), absence }
      const kept = await call('POST', `/schedules/${id}/changes`, wish)
      expect(kept.status).toBe(200)
      const after = kept.body.grid as Grid
      expect(after.schedule).toMatchObject({ id, revision: before.schedule.revision + 1 })
      expect(after.shifts.map((one) => one.id)).not.toContain(shift.id)
      const person = after.operators.find((one) => one.id === shift.operatorId)
      expect(person?.leave).toContain(absence.fromDate)
      expect(after.violations).toEqual([])
      const { firstInterval, scheduled } = best.coverage
      const there = after.coverage.scheduled
      expect(there.slice(firstInterval, firstInterval + scheduled.length)).toEqual(scheduled)

      const back = await call('POST', `/schedules/${id}/changes`, {
        revision: after.schedule.revision,
        withdrawsAbsenceId: kept.body.absenceId,
        changes: best.changes.flatMap(({ operatorId, after: put, shiftId }): object[] => {
          const was = before.shifts.find((one) => one.id === shiftId)
          const there = after.shifts.find(
            (one) => one.operatorId === operatorId && one.startsAt === put?.startsAt,
          )
          return [
            {
              operatorId,
              shiftId: there?.id ?? null,
              after:
                was === undefined
                  ? null
                  : {
                      shape: was.shape,
                      startsAt: was.startsAt,
                      breaks: was.breaks,
                    },
            },
          ]
        }),
      })
      expect(back.status).toBe(200)
      const places = ({ shifts }: Grid): string[] =>
        shifts
          .map(
            (one) => `${one.operatorId} ${one.startsAt} ${one.shape} ${JSON.stringify(one.breaks)}`,
          )
          .toSorted()
      expect(places(back.body.grid)).toEqual(places(before))
    })

    it('writes every change of a person into the audit record', async () => {
      const id = await ownDraft()
      const before = await grid(id)
      const [shift] = before.shifts as readonly Shift[]
      const change = { operatorId: shift?.operatorId, shiftId: shift?.id, after: null }
      const { revision } = before.schedule
      await call('POST', `/schedules/${id}/changes`, { revision, changes: [change] })
      const { body } = await call('GET', '/audit?entity=shift', undefined, 'admin')
      expect(body.records[0]).toMatchObject({ action: 'delete', entityId: shift?.id })
    })

    it('makes a new draft of a published schedule, which can be dropped', async () => {
      const id = await ownDraft()
      await call('POST', `/schedules/${id}/publish`, { confirmShortNotice: true })
      const before = await grid(id)
      expect(before.schedule.status).toBe('published')
      const { shift, absence } = illness(before)
      const change = { operatorId: shift.operatorId, shiftId: shift.id, after: null }
      const { revision } = before.schedule
      const { body } = await call('POST', `/schedules/${id}/changes`, {
        revision,
        changes: [change],
        absence,
      })
      const draft = body.grid as Grid
      expect(draft.schedule).toMatchObject({ status: 'draft', revision: 1 })
      expect(draft.schedule.id).not.toBe(id)
      expect(draft.shifts).toHaveLength(before.shifts.length - 1)
      // People are away whatever becomes of the draft: what is published shows it as a breach.
      expect((await grid(id)).violations.map(({ rule }) => rule)).toContain('R12')

      const dropped = await service.app.inject({
        method: 'DELETE',
        url: `/api/v1/schedules/${draft.schedule.id}?withdrawsAbsenceId=${body.absenceId}`,
        headers: { 'x-role': 'planner' },
      })
      expect(dropped.statusCode).toBe(204)
      expect((await call('GET', `/schedules/${draft.schedule.id}`)).status).toBe(404)
      expect(await grid(id)).toEqual(before)
      const published = await call('DELETE', `/schedules/${id}`)
      expect(published).toMatchObject({
        status: 409,
        body: { type: '/problems/schedule-published' },
      })
    })

    it('is not read by operators: it tells why colleagues are away', async () => {
      const url = `/schedules/${await ownDraft()}/grid`
      expect((await call('GET', url, undefined, 'operator')).status).toBe(403)
      expect((await call('GET', url, undefined, 'supervisor')).status).toBe(200)
    })

    it('refuses strangers, old revisions, turned dates, and what is not there', async () => {
      const id = await ownDraft()
      const before = await grid(id)
      const { absence } = illness(before)
      expect((await repairs(id, {}, null)).status).toBe(401)
      expect((await repairs(id, {}, 'operator')).status).toBe(403)
      expect((await repairs(id, { absence: { kind: 'sick' } })).status).toBe(400)
      const turned = { ...absence, toDate: '2026-01-01' }
      expect((await repairs(id, { absence: turned })).body.type).toBe(
        '/problems/absence-dates-turned',
      )
      const nobody = { ...absence, operatorId: NOWHERE }
      expect((await repairs(id, { absence: nobody })).body.type).toBe('/problems/record-unknown')
      expect((await repairs(NOWHERE, {})).body.type).toBe('/problems/schedule-unknown')

      const url = `/schedules/${id}/changes`
      const wish = { revision: before.schedule.revision, changes: [] }
      expect((await call('POST', url, wish, null)).status).toBe(401)
      expect((await call('POST', url, wish, 'hr')).status).toBe(403)
      expect((await call('POST', url, { revision: 1 })).status).toBe(400)
      const code = async (body: object) => (await call('POST', url, body)).body.type
      expect(await code({ ...wish, revision: 99 })).toBe('/problems/changed-meanwhile')
      expect(await code({ ...wish, requirementId: NOWHERE })).toBe('/problems/requirement-unknown')
      expect(await code({ ...wish, withdrawsAbsenceId: NOWHERE })).toBe('/problems/record-unknown')
      const gone = { operatorId: absence.operatorId, shiftId: NOWHERE, after: null }
      expect(await code({ ...wish, changes: [gone] })).toBe('/problems/shift-unknown')
      const draft = `/schedules/${id}`
      expect((await call('DELETE', draft, undefined, null)).status).toBe(401)
      expect((await call('DELETE', draft, undefined, 'operator')).status).toBe(403)
      expect((await call('DELETE', `/schedules/${NOWHERE}`)).status).toBe(404)
    })
  })

  it('says who is competent for nothing, and therefore has no shifts', async () => {
    const { operators, shifts } = await grid()
    const idle = operators.filter(({ queues }) => queues.length === 0)
    expect(idle.length).toBeGreaterThan(0)
    for (const { id, absences } of idle) {
      expect(absences).toContainEqual(expect.objectContaining({ kind: 'not_admitted' }))
      expect(shifts.some(({ operatorId }) => operatorId === id)).toBe(false)
    }
    const admitted = operators.filter(({ queues }) => queues.length > 0)
    const told = admitted.flatMap(({ absences }) => absences.map(({ kind }) => kind))
    expect(told).not.toContain('not_admitted')
  })

  it('plans whoever is hired within the week from that day on, and shows shifts outside as a breach', async () => {
    const before = await grid()
    const [shift] = before.shifts.filter(
      ({ startsAt }) => Date.parse(startsAt) < Date.parse(week) + 24 * HOUR_MS,
    )
    const operatorId = shift?.operatorId as OperatorId
    const hireOn = (date: string): Promise<unknown> =>
      inCenter(connection.db, scope, (db) =>
        db.updateTable('operator').set({ hired_on: date }).where('id', '=', operatorId).execute(),
      )
    const thursday = addDays(week, 3)
    await hireOn(thursday)
    try {
      expect((await grid()).violations).toContainEqual(
        expect.objectContaining({ rule: 'EMPLOYMENT', shiftId: shift?.id }),
      )
      const again = await run('/schedules', order({ seed: 5 }))
      const { operators, shifts, violations } = await grid(String(again['scheduleId']))
      const person = operators.find(({ id }) => id === operatorId)
      expect(person?.absences).toContainEqual({
        kind: 'not_hired',
        fromDate: week,
        toDate: addDays(week, 2),
      })
      const own = shifts.filter((one) => one.operatorId === operatorId)
      expect(own.length).toBeGreaterThan(0)
      for (const { startsAt } of own) {
        expect(Date.parse(startsAt)).toBeGreaterThanOrEqual(Date.parse(thursday) - 5 * HOUR_MS)
      }
      expect(violations).toEqual([])
    } finally {
      await hireOn('2020-01-01')
    }
  })

  it('keeps to when people cannot come, week by week within a term, and for days on end', async () => {
    const before = await grid()
    const [person] = before.operators.filter(
      ({ absences, paidMinutes, targetMinutes }) =>
        absences.length === 0 && paidMinutes > 0 && targetMinutes >= 2000,
    )
    const operatorId = person?.id ?? ''
    const url = `/operators/${operatorId}`
    const days = [0, 1, 2, 3].map((weekday) => ({
      weekday,
      fromMinutes: 0,
      toMinutes: 1440,
      fromDate: null,
      toDate: addDays(week, 1),
    }))
    const { weekly } = (await call('GET', `${url}/availability`)).body
    const set = await call('PUT', `${url}/weekly-unavailability`, { weekly: days })
    expect(set.body.weekly).toEqual(days)
    const away = { kind: 'study', fromDate: addDays(week, 5), toDate: addDays(week, 6) }
    const added = await call('POST', `${url}/absences`, away, 'hr')
    expect(added.status).toBe(201)
    expect(added.body.absences).toContainEqual(expect.objectContaining(away))
    const again = await run('/schedules', order({ seed: 6 }))
    const { shifts, violations } = await grid(String(again['scheduleId']))
    const worked = shifts
      .filter((one) => one.operatorId === operatorId)
      .map(({ startsAt }) =>
        Math.floor((Date.parse(startsAt) + 5 * HOUR_MS - Date.parse(week)) / (24 * HOUR_MS)),
      )
    expect(worked.length).toBeGreaterThan(0)
    // The term of the weekdays ends on Tuesday.
    expect([2, 3, 4]).toEqual(expect.arrayContaining(worked))
    expect(violations).toEqual([])

    const absence = added.body.absences.find(({ kind }: { kind: string }) => kind === 'study')
    const path = `${url}/absences/${absence.id}`
    expect((await call('DELETE', path, undefined, 'supervisor')).status).toBe(403)
    const other = before.shifts.find((one) => one.operatorId !== operatorId)?.operatorId
    const stranger = `/operators/${other}/absences/${absence.id}`
    expect((await call('DELETE', stranger)).body.type).toBe('/problems/record-unknown')
    expect((await call('DELETE', path)).body.absences).not.toContainEqual(absence)
    const backwards = [{ ...days[0], fromMinutes: 60, toMinutes: 60 }]
    const refused = await call('PUT', `${url}/weekly-unavailability`, { weekly: backwards })
    expect(refused.body.type).toBe('/problems/interval-empty')
    const restored = await call('PUT', `${url}/weekly-unavailability`, { weekly })
    expect(restored.body.weekly).toEqual(weekly)
    expect((await call('GET', `/operators/${NOWHERE}/availability`)).status).toBe(404)
    expect((await call('GET', `${url}/availability`, undefined, 'operator')).status).toBe(403)
  })

  describe('GET /schedules/:id/shortage', () => {
    async function worst() {
      const { body } = await call('GET', `/schedules/${scheduleId}/grid`)
      const [queue] = body.coverage.queues
      const missing: readonly number[] = queue.shortage
      const at = missing.indexOf(Math.max(...missing))
      return { queueId: queue.queueId, at: body.coverage.startsAt[at], missing: missing[at] }
    }
    const url = ({ queueId, at }: { queueId: string; at: string }, id = scheduleId): string =>
      `/schedules/${id}/shortage?queueId=${queueId}&at=${encodeURIComponent(at)}`

    it('tells of everybody who may be given the queue why they are there or not', async () => {
      const place = await worst()
      const { status, body } = await call('GET', url(place))
      expect(status).toBe(200)
      expect(body.short).toBe(place.missing)
      const { operators } = (await call('GET', `/schedules/${scheduleId}/grid`)).body
      const able = operators.filter(({ queues }: { queues: string[] }) =>
        queues.includes(place.queueId),
      )
      expect(body.people).toHaveLength(able.length)
      for (const { kind, offer, rules } of body.people) {
        expect(offer !== null).toBe(kind === 'possible')
        expect(rules.length > 0).toBe(kind === 'barred')
      }
    })

    it('refuses strangers, and knows no other schedule, queue or time', async () => {
      const place = await worst()
      expect((await call('GET', url(place), undefined, null)).status).toBe(401)
      expect((await call('GET', url(place), undefined, 'operator')).status).toBe(403)
      expect((await call('GET', url({ ...place, at: 'noon' }))).status).toBe(400)
      const code = async (address: string) => (await call('GET', address)).body.type
      expect(await code(url(place, NOWHERE))).toBe('/problems/schedule-unknown')
      expect(await code(url({ ...place, queueId: NOWHERE }))).toBe('/problems/queue-unknown')
      const before = { ...place, at: '2020-01-01T00:00:00Z' }
      expect(await code(url(before))).toBe('/problems/record-unknown')
    })
  })

  describe('GET /schedules/:id/surplus', () => {
    const url = (at: string, id = scheduleId): string =>
      `/schedules/${id}/surplus?at=${encodeURIComponent(at)}`

    it('tells what it would cost to let people go, and of what that is the sum', async () => {
      const { coverage, shifts } = (await call('GET', `/schedules/${scheduleId}/grid`)).body
      const at = coverage.scheduled.indexOf(Math.max(...coverage.scheduled))
      const { status, body } = await call('GET', url(coverage.startsAt[at]))
      expect(status).toBe(200)
      expect(body).toMatchObject({
        startsAt: coverage.startsAt[at],
        scheduled: coverage.scheduled[at],
        required: coverage.required[at],
      })
      expect(body.releases.length).toBeGreaterThan(0)
      const ids = new Set(shifts.map(({ id }: { id: string }) => id))
      for (const { shiftId, cost, terms } of body.releases) {
        expect(ids.has(shiftId)).toBe(true)
        const sum = terms.reduce((all: number, { change }: { change: number }) => all + change, 0)
        // Terms below a twentieth of an hour are left out.
        expect(Math.abs(sum - cost)).toBeLessThan(0.5)
      }
    })

    it('refuses strangers, and knows no other schedule or time', async () => {
      const noon = '2026-01-05T12:00:00Z'
      expect((await call('GET', url(noon), undefined, null)).status).toBe(401)
      expect((await call('GET', url(noon), undefined, 'operator')).status).toBe(403)
      expect((await call('GET', url('noon'))).status).toBe(400)
      const code = async (address: string) => (await call('GET', address)).body.type
      expect(await code(url(noon, NOWHERE))).toBe('/problems/schedule-unknown')
      expect(await code(url('2020-01-01T00:00:00Z'))).toBe('/problems/record-unknown')
    })
  })

  describe('POST /schedules/:id/publish', () => {
    it('refuses strangers, bad bodies and unknown schedules', async () => {
      const url = `/schedules/${scheduleId}/publish`
      expect((await call('POST', url, {}, null)).status).toBe(401)
      expect((await call('POST', url, {}, 'supervisor')).status).toBe(403)
      expect((await call('POST', url, { confirmShortNotice: 'perhaps' })).status).toBe(400)
      expect((await call('POST', `/schedules/${NOWHERE}/publish`, {})).status).toBe(404)
    })

    it('replaces what was published for the same weeks, and refuses to replace a part of them', async () => {
      const confirmed = { confirmShortNotice: true }
      const one = String((await run('/schedules', order({ seed: 11 })))['scheduleId'])
      const two = String((await run('/schedules', order({ seed: 12, days: 14 })))['scheduleId'])
      const part = order({ seed: 13, fromDate: addDays(week, 7) })
      const later = String((await run('/schedules', part))['scheduleId'])
      const status = async (id: string) => (await call('GET', `/schedules/${id}`)).body.status
      expect((await call('POST', `/schedules/${one}/publish`, confirmed)).status).toBe(200)
      expect((await call('POST', `/schedules/${two}/publish`, confirmed)).status).toBe(200)
      expect([await status(one), await status(two)]).toEqual(['superseded', 'published'])
      const refused = await call('POST', `/schedules/${later}/publish`, confirmed)
      expect(refused).toMatchObject({
        status: 409,
        body: { type: '/problems/schedule-overlaps-published', values: { from: week } },
      })
    })

    it('lets nobody change what is published', async () => {
      const { schedules } = (await call('GET', '/schedules')).body
      const { id } = schedules.find((one: { status: string }) => one.status === 'published')
      const { schedule, shifts } = await grid(id)
      const url = `/schedules/${id}/shifts/${shifts[0]?.id}`
      const change = { revision: schedule.revision, locked: true }
      expect(await call('PATCH', url, change)).toMatchObject({
        status: 409,
        body: { type: '/problems/schedule-published' },
      })
      const again = await call('POST', `/schedules/${id}/publish`, { confirmShortNotice: true })
      expect(again.body.type).toBe('/problems/schedule-published')
    })
  })
})
