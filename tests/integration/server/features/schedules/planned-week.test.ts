import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'

import {
  PLANNED_WITHIN_MS,
  type PlannedWeek,
  plannedWeek,
} from '../../../../support/planned-week.ts'
import { DATABASES } from '../../../../support/test-database.ts'

const NOWHERE = '00000000-0000-4000-8000-000000000000'
const HOUR_MS = 3_600_000

interface Shift {
  readonly id: string
  readonly operatorId: string
  readonly shape: string
  readonly startsAt: string
  readonly endsAt: string
  readonly breaks: readonly object[]
}

interface Change {
  readonly operatorId: string
  readonly kind: string
  readonly shiftId: string | null
  readonly after: Shift | null
}

/** The linear program takes a minute, and proves the same whatever database its rows came from. */
const PROVEN_ON = 'pglite'

describe.each(DATABASES)('a planned week, on %s', (name) => {
  let desk: PlannedWeek
  beforeAll(async () => {
    desk = await plannedWeek(name)
  }, PLANNED_WITHIN_MS)
  afterAll(() => desk.close())

  const grid = async (id = desk.scheduleId) =>
    (await desk.call('GET', `/schedules/${id}/grid`)).body
  const day = (index: number): string => addDays(localDate(desk.week), index)
  /** The centre's own day: Almaty is five hours ahead of UTC. */
  const dateOf = (instant: string): string =>
    new Date(Date.parse(instant) + 5 * HOUR_MS).toISOString().slice(0, 10)

  describe('/schedules/:id/bound', () => {
    const url = (id = desk.scheduleId) => `/schedules/${id}/bound`
    const latest = async () => (await desk.call('GET', url())).body.bound

    it('has none until one is asked for', async () => {
      expect(await latest()).toBeNull()
    })

    describe.runIf(name === PROVEN_ON)('once it is asked for', () => {
      it('proves that no legal schedule of these people costs less', async () => {
        await desk.run(url(), {})
        const proven = await latest()
        expect(proven).toMatchObject({
          isStale: false,
          breaksRules: false,
          madeBy: expect.any(String),
        })
        expect(proven.bound).toBeGreaterThan(0)
        expect(proven.core).toBeGreaterThanOrEqual(proven.bound)
        expect(proven.gap).toBeCloseTo(proven.core / proven.bound - 1, 9)
      }, 300_000)

      it('stays true when a shift is changed, and follows what the schedule costs', async () => {
        const before = await latest()
        const { schedule, shifts } = await grid()
        const { id, operatorId, shape, startsAt, breaks, locked } = shifts[3]
        const place = `/schedules/${desk.scheduleId}/shifts`
        await desk.call('DELETE', `${place}/${id}?revision=${schedule.revision}`)
        const after = await latest()
        expect(after).toMatchObject({ id: before.id, bound: before.bound, isStale: false })
        expect(after.core).not.toBeCloseTo(before.core, 6)
        const back = {
          operatorId,
          shape,
          startsAt,
          breaks,
          locked,
          revision: schedule.revision + 1,
        }
        expect((await desk.call('POST', place, back)).status).toBe(200)
        expect((await latest()).core).toBeCloseTo(before.core, 6)
      })
    })

    it('is asked for by planners, read by those who run the centre, and of schedules that are there', async () => {
      expect((await desk.call('POST', url(), {}, null)).status).toBe(401)
      expect((await desk.call('POST', url(), {}, 'supervisor')).status).toBe(403)
      expect((await desk.call('GET', url(), undefined, 'operator')).status).toBe(403)
      expect((await desk.call('GET', url(), undefined, 'head')).status).toBe(200)
      expect((await desk.call('POST', url(NOWHERE), {})).status).toBe(404)
      expect((await desk.call('GET', url(NOWHERE))).status).toBe(404)
    })
  })

  describe('/schedules/:id/rule-prices', () => {
    const url = (id = desk.scheduleId) => `/schedules/${id}/rule-prices`
    const latest = async () => (await desk.call('GET', url())).body.rulePrices

    it('has none until they are asked for, and keeps those that are known when it is stopped', async () => {
      expect(await latest()).toBeNull()
      const { status, body } = await desk.call('POST', url(), {})
      expect(status).toBe(202)
      const job = async () => (await desk.call('GET', `/jobs/${body.id}`)).body
      // Three searches go before the first price.
      while ((await job()).progress < 0.12) await sleep(100)
      await desk.call('POST', `/jobs/${body.id}/cancel`)
      const row = await desk.service.jobs.waitFor(desk.scope, body.id)
      expect(row).toMatchObject({ status: 'done', result: { cancelled: true } })
      const { prices, untried, before, unrelaxed, isStale } = await latest()
      expect(prices.length).toBeGreaterThan(0)
      expect(untried).toBeGreaterThan(0)
      expect(isStale).toBe(false)
      expect(unrelaxed.cost).toBeLessThanOrEqual(before.cost)
      const gains = prices.map(({ gain }: { gain: number }) => gain)
      expect(gains).toEqual(gains.toSorted((a: number, b: number) => b - a))
    }, 120_000)

    it('says that they are old once a shift is another', async () => {
      const { schedule, shifts } = await grid()
      const change = { revision: schedule.revision, locked: true }
      await desk.call('PATCH', `/schedules/${desk.scheduleId}/shifts/${shifts[0].id}`, change)
      expect((await latest()).isStale).toBe(true)
      const back = { revision: schedule.revision + 1, locked: false }
      await desk.call('PATCH', `/schedules/${desk.scheduleId}/shifts/${shifts[0].id}`, back)
    })

    it('is asked for by planners, read by those who run the centre, and of schedules that are there', async () => {
      expect((await desk.call('POST', url(), {}, null)).status).toBe(401)
      expect((await desk.call('POST', url(), {}, 'supervisor')).status).toBe(403)
      expect((await desk.call('GET', url(), undefined, 'operator')).status).toBe(403)
      expect((await desk.call('GET', url(), undefined, 'head')).status).toBe(200)
      expect((await desk.call('POST', url(NOWHERE), {})).status).toBe(404)
      expect((await desk.call('GET', url(NOWHERE))).status).toBe(404)
    })
  })

  describe('/shift-designs', () => {
    const order = () => ({ requirementId: desk.requirementId, fromDate: desk.week })
    const ask = (changed: object = {}, role?: string | null) =>
      desk.call('POST', '/shift-designs', { ...order(), ...changed }, role)
    const read = ({ requirementId, fromDate } = order(), role?: string) =>
      desk.call(
        'GET',
        `/shift-designs?requirementId=${requirementId}&fromDate=${fromDate}`,
        undefined,
        role,
      )

    it('has none until one is asked for, and makes none that is stopped', async () => {
      expect((await read()).body).toEqual({ design: null })
      const { status, body } = await ask({ tolerance: 0 })
      expect(status).toBe(202)
      await desk.call('POST', `/jobs/${body.id}/cancel`)
      expect(await desk.service.jobs.waitFor(desk.scope, body.id)).toMatchObject({
        status: 'cancelled',
      })
      expect((await read()).body).toEqual({ design: null })
    }, 60_000)

    it('finds few kinds with which the week costs little more than with all', async () => {
      await desk.run('/shift-designs', { ...order(), everyStart: true, tolerance: 0.1 })
      const { design } = (await read()).body
      const { kinds, week, offered, possible, steps } = design
      expect(design).toMatchObject({
        ...order(),
        everyStart: true,
        tolerance: 0.1,
        isStale: false,
      })
      expect(week.cost).toBeLessThanOrEqual(possible.week.cost * 1.1 + 1e-6)
      expect(possible.week.cost).toBeLessThanOrEqual(offered.week.cost + 1e-6)
      expect(kinds.length).toBeLessThan(offered.kinds)
      expect(offered.kinds).toBeLessThan(possible.kinds)
      expect(steps.length).toBeGreaterThanOrEqual(kinds.length)
      const { shapes } = (await desk.call('GET', '/working-time')).body
      for (const kind of kinds) {
        const shape = shapes.find(({ code }: { code: string }) => code === kind.shape)
        const { startFromMinutes: from, startToMinutes: to, startStepMinutes: step } = shape
        const at: number = kind.startMinutes
        expect(kind.isOffered).toBe(at >= from && at <= to && (at - from) % step === 0)
        expect(kind.worth).toBeGreaterThan(0)
      }
    }, 120_000)

    it('says that they are old once a kind of shift is another', async () => {
      const { shapes } = (await desk.call('GET', '/working-time')).body
      const { code, paidMinutes: _, contracts: __, isUsed: ___, ...shape } = shapes[0]
      const earlier = {
        ...shape,
        startFromMinutes: shape.startFromMinutes + shape.startStepMinutes,
      }
      const place = `/working-time/shapes/${code}`
      expect((await desk.call('PUT', place, earlier)).status).toBe(200)
      expect((await read()).body.design.isStale).toBe(true)
      expect((await desk.call('PUT', place, shape)).status).toBe(200)
      expect((await read()).body.design.isStale).toBe(false)
    })

    it('is asked for by planners, of a week that a requirement covers', async () => {
      expect((await ask({}, null)).status).toBe(401)
      expect((await ask({}, 'supervisor')).status).toBe(403)
      expect((await read(order(), 'operator')).status).toBe(403)
      expect((await read(order(), 'head')).status).toBe(200)
      expect((await ask({ requirementId: NOWHERE })).status).toBe(404)
      expect((await ask({ tolerance: 2 })).status).toBe(400)
      expect((await ask({ fromDate: day(1) })).body.type).toBe('/problems/schedule-not-from-monday')
      expect((await ask({ fromDate: addDays(localDate(desk.week), 70) })).status).toBe(422)
    })
  })

  describe('a promise over the week', () => {
    let wish: { requirementId: string; fromDate: string; days: number; timeLimitSeconds: number }
    let frugalId: string
    const hoursOf = (agents: readonly number[]): number =>
      agents.reduce((sum, people) => sum + people, 0) / 2

    beforeAll(async () => {
      const { requirements } = (await desk.call('GET', '/requirements')).body
      const order = { forecastId: requirements[0].forecastId, goal: 'period' }
      const { requirementId } = await desk.run('/requirements', order)
      wish = {
        requirementId: String(requirementId),
        fromDate: desk.week,
        days: 7,
        timeLimitSeconds: 5,
      }
      const made = await desk.run('/schedules', { ...wish, leaveSpareHours: true })
      frugalId = String(made['scheduleId'])
    }, 120_000)

    it('is kept by simulation with fewer hours than contracts owe, and legally', async () => {
      const { schedule, violations } = await grid(frugalId)
      const { wait } = schedule
      expect(wait).toMatchObject({
        isMet: true,
        isOutdated: false,
        goal: { asaSeconds: 60, lostShare: 0.1 },
      })
      expect(wait.asaSeconds).toBeLessThanOrEqual(60)
      expect(wait.lostShare).toBeLessThanOrEqual(0.1)
      expect(wait.paidHours).toBeLessThan(wait.owedHours)
      const codes = wait.queues.map(({ code }: { code: string }) => code)
      expect(codes).toEqual(['voice-kk', 'voice-ru'])
      expect(violations.filter(({ hard }: { hard: boolean }) => hard)).toEqual([])
      expect(schedule.summary).not.toHaveProperty('wait')
      expect((await grid()).schedule.wait).toBeNull()
    })

    it('is kept with the hours that it does not need still unplanned when a part is made anew', async () => {
      const url = `/schedules/${frugalId}/reoptimisation`
      const order = { part: { dates: [day(1)] }, timeLimitSeconds: 1 }
      const { schedule } = await grid(frugalId)
      expect(schedule.leaveSpareHours).toBe(true)
      expect((await grid()).schedule.leaveSpareHours).toBe(false)
      const grown = async (part: object): Promise<number> => {
        await desk.run(url, { ...order, ...part })
        const { proposal } = (await desk.call('GET', url)).body.reoptimisation
        return proposal.paidHours.after - proposal.paidHours.before
      }
      // Nobody is worth a day's pay who saves less waiting than that; who fills owed hours plans them all.
      expect(await grown({})).toBeLessThan(8)
      expect(await grown({ leaveSpareHours: false })).toBeGreaterThan(40)
    })

    it('is what the schedule stays held against, and not its requirement rounded queue by queue', async () => {
      const { coverage, schedule } = await grid(frugalId)
      const { coverage: rounded } = await grid()
      expect(hoursOf(coverage.required)).toBeLessThan(hoursOf(rounded.required))
      const refitted = await desk.call('POST', `/schedules/${frugalId}/changes`, {
        revision: schedule.revision,
        changes: [],
        requirementId: desk.requirementId,
      })
      expect(refitted.status).toBe(200)
      expect(refitted.body.grid.coverage.required).toEqual(rounded.required)
      expect(refitted.body.grid.schedule.wait.isOutdated).toBe(true)
    })
  })

  describe('/schedules/:id/reoptimisation', () => {
    const url = (id = desk.scheduleId) => `/schedules/${id}/reoptimisation`
    const latest = async (id?: string) => (await desk.call('GET', url(id))).body.reoptimisation
    const order = (part: object) => ({ part, timeLimitSeconds: 1 })

    it('has none until one is asked for', async () => {
      expect(await latest()).toBeNull()
    })

    it('makes a day anew: nothing else changes, and the plan costs no more', async () => {
      // Without one of its shifts the day can be better for certain: the search may have left no gain.
      const { shifts: all, schedule } = await grid()
      const given = (all as Shift[]).find(({ startsAt }) => dateOf(startsAt) === day(2))
      const place = `/schedules/${desk.scheduleId}/shifts/${given?.id}`
      await desk.call('DELETE', `${place}?revision=${schedule.revision}`)
      const before = await grid()
      const made = await desk.run(url(), order({ dates: [day(2)] }))
      const found = await latest()
      expect(found).toMatchObject({ id: made['reoptimisationId'], isStale: false })
      expect(found.cost.after).toBeLessThan(found.cost.before)
      const shifts = new Map(before.shifts.map((one: Shift) => [one.id, one]))
      const touched = (found.proposal.changes as Change[]).flatMap(({ shiftId, after }) => {
        const old = shiftId === null ? [] : [shifts.get(shiftId) as Shift]
        return [...old, ...(after === null ? [] : [after])].map(({ startsAt }) => dateOf(startsAt))
      })
      expect([...new Set(touched)]).toEqual([day(2)])
      expect(await grid()).toEqual(before)
    })

    it('is kept as one revision, after which it fits no more', async () => {
      const found = await latest()
      const before = await grid()
      const changes = (found.proposal.changes as Change[]).map(
        ({ operatorId, shiftId, after }) => ({
          operatorId,
          shiftId,
          after:
            after === null
              ? null
              : { shape: after.shape, startsAt: after.startsAt, breaks: after.breaks },
        }),
      )
      expect(changes.length).toBeGreaterThan(0)
      const wish = { revision: found.revision, changes }
      const kept = await desk.call('POST', `/schedules/${desk.scheduleId}/changes`, wish)
      expect(kept.status).toBe(200)
      expect(kept.body.grid.schedule.revision).toBe(before.schedule.revision + 1)
      expect(kept.body.grid.violations).toEqual([])
      const sum = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0)
      const short = sum(kept.body.grid.coverage.shortage) / 2
      expect(short).toBeCloseTo(found.proposal.shortHours.after, 0)
      expect((await latest()).isStale).toBe(true)
    })

    it('moves breaks alone, of the people who were named', async () => {
      const { operators } = await grid()
      const operatorIds = operators.slice(0, 20).map(({ id }: { id: string }) => id)
      await desk.run(url(), order({ operatorIds, breaksOnly: true }))
      const { proposal } = await latest()
      for (const { kind, operatorId } of proposal.changes as Change[]) {
        expect(kind).toBe('breaks')
        expect(operatorIds).toContain(operatorId)
      }
    })

    it('is thrown away', async () => {
      const { id } = await latest()
      expect((await desk.call('DELETE', `${url()}/${id}`)).status).toBe(204)
      expect((await desk.call('DELETE', `${url()}/${id}`)).status).toBe(404)
    })

    it.each([
      ['days of another week', { dates: ['2020-01-06'] }, 422, 'part-outside-schedule'],
      ['a stranger', { operatorIds: [NOWHERE] }, 404, 'record-unknown'],
      ['no day at all', { dates: [] }, 400, 'invalid-request'],
    ])('refuses %s', async (_, part, status, code) => {
      const answer = await desk.call('POST', url(), order(part))
      expect(answer).toMatchObject({ status, body: { type: `/problems/${code}` } })
    })

    it('is for planners, and of schedules that are there', async () => {
      expect((await desk.call('POST', url(), order({}), null)).status).toBe(401)
      expect((await desk.call('POST', url(), order({}), 'supervisor')).status).toBe(403)
      expect((await desk.call('GET', url(), undefined, 'operator')).status).toBe(403)
      expect((await desk.call('POST', url(NOWHERE), order({}))).status).toBe(404)
      expect((await desk.call('GET', url(NOWHERE))).status).toBe(404)
    })
  })

  describe('why', () => {
    const order = (part: object = {}) => ({
      requirementId: desk.requirementId,
      fromDate: desk.week,
      days: 7,
      ...part,
    })
    const diagnosis = (part?: object, role: string | null = 'planner') =>
      desk.call('POST', '/schedules/diagnosis', order(part), role)

    it('says before the search what no schedule can mend', async () => {
      const { status, body } = await diagnosis()
      expect(status).toBe(200)
      expect(body.blockers).toEqual([])
      for (const { who, text } of body.warnings) {
        expect(who).not.toBe('')
        expect(text).toMatch(/\d/u)
      }
    })

    it('names person, day and article of locks that cannot stand together', async () => {
      const draft = await desk.newDraft(4)
      const { schedule, shifts, operators } = await grid(draft)
      const url = `/schedules/${draft}/shifts`
      const [{ id, operatorId, shape, endsAt }] = shifts
      await desk.call('PATCH', `${url}/${id}`, { revision: schedule.revision, locked: true })
      const startsAt = new Date(Date.parse(endsAt) + 4 * HOUR_MS).toISOString()
      const near = { revision: schedule.revision + 1, operatorId, shape, startsAt, locked: true }
      expect((await desk.call('POST', url, near)).status).toBe(200)
      const { blockers } = (await diagnosis({ keepLockedOf: draft })).body
      const person = operators.find((one: { id: string }) => one.id === operatorId)
      expect(blockers[0].who).toBe(person.name)
      expect(blockers.map(({ article }: { article: string }) => article).join()).toMatch(/73|83/u)
      expect(blockers[0].dates.length).toBeGreaterThan(0)
    })

    it('says what would be missing and dearer without a shift', async () => {
      const { shifts } = await grid()
      const url = `/schedules/${desk.scheduleId}/shifts/${shifts[0].id}/reason`
      const { status, body } = await desk.call('GET', url)
      expect(status).toBe(200)
      const sum = body.terms.reduce((a: number, { change }: { change: number }) => a + change, 0)
      // Terms below a twentieth of an hour are left out.
      expect(Math.abs(sum - body.worth)).toBeLessThan(0.5)
      expect(body.terms.map(({ term }: { term: string }) => term)).toContain('pay')
      expect((await desk.call('GET', url, undefined, 'operator')).status).toBe(403)
      const gone = url.replace(shifts[0].id, NOWHERE)
      expect((await desk.call('GET', gone)).body.type).toBe('/problems/shift-unknown')
    })

    it('is for planners, and for orders that could be given', async () => {
      expect((await diagnosis({}, null)).status).toBe(401)
      expect((await diagnosis({}, 'supervisor')).status).toBe(403)
      expect((await diagnosis({ days: 5 })).status).toBe(400)
      expect((await diagnosis({ requirementId: NOWHERE })).status).toBe(404)
    })
  })

  describe('/planner-rules', () => {
    const add = (part: object, role: string | null = 'planner') =>
      desk.call('POST', '/planner-rules', { ...wish(), ...part }, role)
    let busy: Shift
    /** Nobody of the list may work these shapes at all. */
    const wish = () => ({
      name: 'Без этих смен',
      definition: {
        kind: 'shifts_of_kind',
        for: { operatorIds: [busy.operatorId] },
        shapes: [busy.shape],
        per: 'week',
        max: 0,
      },
      weight: null,
      validFrom: '2020-01-01',
      validTo: null,
    })
    const broken = async (id?: string) =>
      (await grid(id)).violations.filter(({ rule }: { rule: string }) => rule === 'PLANNER')

    beforeAll(async () => {
      busy = (await grid()).shifts[0]
    })

    it('counts at once in what is planned already, and stops publishing by its name', async () => {
      expect(await broken()).toEqual([])
      const { status, body } = await add({})
      expect(status).toBe(201)
      expect(body).toMatchObject({ version: 1, isOn: true, name: 'Без этих смен' })
      const [breach, ...others] = await broken()
      expect(others).toEqual([])
      expect(breach).toMatchObject({ hard: true, operatorId: busy.operatorId })
      expect(breach.text).toContain('Без этих смен')
      const published = await desk.call('POST', `/schedules/${desk.scheduleId}/publish`, {
        confirmShortNotice: true,
      })
      expect(published).toMatchObject({
        status: 409,
        body: { type: '/problems/schedule-breaks-rules' },
      })
      expect(JSON.stringify(published.body.errors)).toContain('Без этих смен')
    })

    it('is kept where a schedule is made, which says by which versions it was', async () => {
      const id = await desk.newDraft(9)
      expect(await broken(id)).toEqual([])
      const { shifts } = await grid(id)
      const against = shifts.filter(
        ({ operatorId, shape }: Shift) => operatorId === busy.operatorId && shape === busy.shape,
      )
      expect(against).toEqual([])
    })

    it('tells before a change is kept that it would break a rule, or mend it', async () => {
      const { schedule, shifts } = await grid()
      const own = shifts.filter(
        ({ operatorId, shape }: Shift) => operatorId === busy.operatorId && shape === busy.shape,
      )
      const { operators } = await grid()
      const person = operators.find(({ id }: { id: string }) => id === busy.operatorId)
      const other = person.shapes.find((code: string) => code !== busy.shape)
      const url = `/schedules/${schedule.id}/shifts/${own[0].id}/try`
      const { body } = await desk.call('POST', url, { shape: other })
      expect(body.violations.removed.map(({ rule }: { rule: string }) => rule)).toContain('PLANNER')
    })

    it('adds a version with every change, and counts no more when it is off', async () => {
      const { rules } = (await desk.call('GET', '/planner-rules')).body
      const { ruleId, version } = rules[0]
      const url = `/planner-rules/${ruleId}`
      const soft = await desk.call('PUT', url, { ...wish(), weight: 3, isOn: true, version })
      expect(soft).toMatchObject({ status: 200, body: { version: 2, weight: 3 } })
      expect((await broken())[0]).toMatchObject({ hard: false })
      const late = { ...wish(), isOn: true, version: 2, validFrom: '2099-01-01' }
      expect((await desk.call('PUT', url, late)).status).toBe(200)
      // The third version begins later: the week keeps the second.
      expect((await broken())[0]).toMatchObject({ hard: false })
      const off = { ...wish(), isOn: false, version: 3 }
      expect((await desk.call('PUT', url, off)).body).toMatchObject({ version: 4, isOn: false })
      expect(await broken()).toEqual([])
      const versions = (await desk.call('GET', `${url}/versions`)).body.versions
      expect(versions.map((one: { version: number }) => one.version)).toEqual([4, 3, 2, 1])
      expect((await desk.call('PUT', url, off)).body.type).toBe('/problems/changed-meanwhile')
    })

    it.each([
      ['limits that contradict', { min: 3, max: 2 }, 422, 'planner-rule-limits'],
      ['no limit', { max: undefined }, 422, 'planner-rule-limits'],
      ['an unknown shape', { shapes: ['none'] }, 422, 'planner-rule-refused'],
      ['a stranger', { for: { operatorIds: [NOWHERE] } }, 422, 'planner-rule-refused'],
      ['an unknown kind', { kind: 'none' }, 400, 'invalid-request'],
    ])('refuses %s', async (_, part, status, code) => {
      const answer = await add({ definition: { ...wish().definition, ...part } })
      expect(answer).toMatchObject({ status, body: { type: `/problems/${code}` } })
    })

    it('is written by planners, read by those who run the centre', async () => {
      expect((await add({}, null)).status).toBe(401)
      expect((await add({}, 'supervisor')).status).toBe(403)
      expect((await desk.call('GET', '/planner-rules', undefined, 'operator')).status).toBe(403)
      expect((await desk.call('GET', '/planner-rules', undefined, 'head')).status).toBe(200)
      const gone = { ...wish(), isOn: true, version: 1 }
      expect((await desk.call('PUT', `/planner-rules/${NOWHERE}`, gone)).status).toBe(404)
      expect((await desk.call('GET', `/planner-rules/${NOWHERE}/versions`)).status).toBe(404)
    })
  })

  describe('versions changed one from another', () => {
    const confirm = { confirmShortNotice: true }
    const publish = async (id: string, part: object = {}) =>
      desk.call('POST', `/schedules/${id}/publish`, { ...confirm, ...part })
    const newer = async (id: string) =>
      (await desk.call('GET', `/schedules/${id}/newer-changes`)).body.changes
    const undo = async (id: string, role?: string | null) =>
      desk.call('POST', `/schedules/${id}/undo`, {}, role)
    const cellOf = ({ operatorId, startsAt }: Shift): string => `${operatorId} ${dateOf(startsAt)}`
    const cells = async (id: string): Promise<string[]> => (await grid(id)).shifts.map(cellOf)

    /** Takes a shift out of what is published, which makes a version that is put in force. */
    const takeOut = async (id: string, gone: Shift): Promise<string> => {
      const { schedule, shifts } = await grid(id)
      const shift = shifts.find((one: Shift) => cellOf(one) === cellOf(gone))
      const change = { operatorId: shift.operatorId, shiftId: shift.id, after: null }
      const { body } = await desk.call('POST', `/schedules/${id}/changes`, {
        revision: schedule.revision,
        changes: [change],
        reason: 'asked for',
      })
      const version = body.grid.schedule.id
      await publish(version)
      return version
    }

    let [first, draft, other] = ['', '', '']
    let agreed: Shift
    beforeAll(async () => {
      first = await desk.newDraft(21)
      draft = await desk.newDraft(22)
      other = await desk.newDraft(23)
      await publish(first)
      const [inDraft, inOther] = [new Set(await cells(draft)), new Set(await cells(other))]
      const { shifts } = await grid(first)
      agreed = shifts.find((one: Shift) => inDraft.has(cellOf(one)) && inOther.has(cellOf(one)))
    }, 120_000)

    it('say who changed what and why, and are taken back while nothing newer touched the same', async () => {
      const changed = await takeOut(first, agreed)
      const { body: told } = await desk.call('GET', `/schedules/${changed}`)
      expect(told).toMatchObject({ changedFrom: first, change: 'edit', reason: 'asked for' })
      expect(await cells(changed)).not.toContain(cellOf(agreed))
      const taken = await undo(changed)
      expect(taken).toMatchObject({
        status: 200,
        body: { status: 'published', change: 'undo', undoes: told.version, reason: null },
      })
      expect((await cells(taken.body.id)).toSorted()).toEqual((await cells(first)).toSorted())
      expect((await undo(changed)).body.type).toBe('/problems/undo-overtaken')
      expect((await undo(first)).body.type).toBe('/problems/nothing-to-undo')
      // What was taken back again is nothing that a draft could undo.
      expect(await newer(draft)).toEqual([])
      first = taken.body.id
    })

    it('are not undone silently by a draft made before: they are kept, or overridden by name', async () => {
      first = await takeOut(first, agreed)
      const changes = await newer(draft)
      expect(changes).toMatchObject([
        {
          operatorId: agreed.operatorId,
          date: dateOf(agreed.startsAt),
          now: [],
          reason: 'asked for',
        },
      ])
      expect(changes[0].draft).toHaveLength(1)
      const asked = await publish(draft)
      expect(asked).toMatchObject({
        status: 409,
        body: { type: '/problems/publish-undoes-changes', values: { count: 1 } },
      })
      expect((await publish(draft, { newerChanges: 'keep' })).status).toBe(200)
      expect(await cells(draft)).not.toContain(cellOf(agreed))
      expect(await newer(draft)).toEqual([])

      const inOther = new Set(await cells(other))
      const { shifts } = await grid(draft)
      const next = shifts.find((one: Shift) => inOther.has(cellOf(one)))
      await takeOut(draft, next)
      expect(await newer(other)).toHaveLength(1)
      expect((await publish(other, { newerChanges: 'override' })).status).toBe(200)
      expect(await cells(other)).toContain(cellOf(next))
    })

    it('are for planners, and of schedules that are there', async () => {
      expect((await undo(first, null)).status).toBe(401)
      expect((await undo(first, 'supervisor')).status).toBe(403)
      expect((await undo(NOWHERE)).status).toBe(404)
      const url = (id: string) => `/schedules/${id}/newer-changes`
      expect((await desk.call('GET', url(first), undefined, 'operator')).status).toBe(403)
      expect((await desk.call('GET', url(NOWHERE))).status).toBe(404)
    })
  })
})
