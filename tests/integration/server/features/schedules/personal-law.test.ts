import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'

import {
  PLANNED_WITHIN_MS,
  type PlannedWeek,
  plannedWeek,
} from '../../../../support/planned-week.ts'
import { DATABASES } from '../../../../support/test-database.ts'

interface Shift {
  readonly id: string
  readonly operatorId: string
  readonly shape: string
  readonly startsAt: string
  readonly breaks: readonly { readonly kind: string; readonly paid: boolean }[]
}

interface Grid {
  readonly schedule: { readonly id: string; readonly revision: number }
  readonly operators: readonly {
    readonly id: string
    readonly contract: string
    readonly leave: readonly string[]
    readonly queues: readonly string[]
  }[]
  readonly shifts: readonly Shift[]
  readonly violations: readonly {
    readonly rule: string
    readonly article: string | null
    readonly operatorId: string
    readonly shiftId: string | null
    readonly hard: boolean
    readonly text: string
  }[]
}

describe.each(DATABASES)('what the law gives or asks of one person, on %s', (name) => {
  let desk: PlannedWeek
  beforeAll(async () => {
    desk = await plannedWeek(name)
  }, PLANNED_WITHIN_MS)
  afterAll(() => desk.close())

  const grid = async (id = desk.scheduleId): Promise<Grid> =>
    (await desk.call('GET', `/schedules/${id}/grid`)).body
  const asHr = (method: 'POST' | 'DELETE', url: string, body?: object) =>
    desk.call(method, url, body, 'hr')
  const ofPerson = <Row extends { readonly operatorId: string }>(
    rows: readonly Row[],
    id: string,
  ): Row[] => rows.filter(({ operatorId }) => operatorId === id)
  /** Who of the contract works most of the week. */
  const worker = async (contract: string): Promise<string> => {
    const { operators, shifts } = await grid()
    const days = ({ id }: Grid['operators'][number]): number => ofPerson(shifts, id).length
    const [person] = operators
      .filter((one) => one.contract === contract && one.leave.length === 0)
      .toSorted((a, b) => days(b) - days(a))
    if (person === undefined || days(person) === 0) throw new Error(`nobody of ${contract} works`)
    return person.id
  }

  describe('breaks of who feeds a child', () => {
    const nursing = {
      kind: 'nursing',
      fromDate: '2026-01-01',
      toDate: null,
      document: 'Свидетельство № 1',
      children: 1,
      breaksJoinedTo: 'none',
    }

    it('asks of how many children and where the breaks go, and of nobody else', async () => {
      const url = `/operators/${await worker('FT40')}/restrictions`
      for (const body of [
        { ...nursing, children: null },
        { ...nursing, breaksJoinedTo: null },
        { ...nursing, kind: 'pregnancy' },
      ]) {
        expect(await asHr('POST', url, body)).toMatchObject({
          status: 422,
          body: { type: '/problems/restriction-incomplete' },
        })
      }
    })

    it('tells a schedule that lacks them, places them by search and by hand, and names no reason', async () => {
      const id = await worker('FT40')
      const url = `/operators/${id}/restrictions`
      const before = await grid()
      const records = await asHr('POST', url, nursing)
      expect(records.body).toMatchObject({
        limits: { personalBreaks: { lengthMinutes: 30, joinedTo: 'none' } },
        restrictions: [{ kind: 'nursing', children: 1, breaksJoinedTo: 'none' }],
      })
      const own = ofPerson(before.shifts, id)
      const told = ofPerson((await grid()).violations, id)
      expect(new Set(told.map(({ shiftId }) => shiftId))).toEqual(new Set(own.map((one) => one.id)))
      for (const one of told) {
        expect(one).toMatchObject({ rule: 'R17', article: '82(3-5)', hard: true })
        expect(one.text).not.toMatch(/nurs|feed|child/i)
      }

      const made = await grid(await desk.newDraft(2, 4))
      const planned = ofPerson(made.shifts, id)
      expect(planned.length).toBeGreaterThan(0)
      expect(ofPerson(made.violations, id)).toEqual([])
      const shapes = new Set(before.shifts.map(({ shape }) => shape))
      for (const { shape, breaks } of planned) {
        expect(shapes).toContain(shape)
        expect(breaks.filter(({ kind, paid }) => kind === 'personal' && paid)).toHaveLength(2)
      }

      const free = [0, 1, 2, 3, 4, 5, 6]
        .map((day) => addDays(localDate(desk.week), day))
        .find((date) => planned.every(({ startsAt }) => !startsAt.startsWith(date)))
      const added = await desk.call('POST', `/schedules/${made.schedule.id}/shifts`, {
        revision: made.schedule.revision,
        operatorId: id,
        shape: planned[0]?.shape,
        startsAt: `${free}T10:00:00+05:00`,
      })
      const byHand = ofPerson((added.body as Grid).shifts, id).find(({ startsAt }) =>
        startsAt.startsWith(String(free)),
      )
      expect(byHand?.breaks.filter(({ kind }) => kind === 'personal')).toHaveLength(2)
      const [record] = records.body.restrictions
      await asHr('DELETE', `${url}/${record.id}`)
    })
  })

  describe('hours in another job', () => {
    const job = { minutesPerDay: 360, fromDate: '2026-01-01', toDate: null }

    it('warn of days that are too long together, and let the search plan shorter ones', async () => {
      const id = await worker('FT40')
      const url = `/operators/${id}/second-jobs`
      const { body } = await asHr('POST', url, job)
      expect(body.jobs).toMatchObject([job])
      const now = await grid()
      const own = ofPerson(now.shifts, id)
      const told = ofPerson(now.violations, id)
      expect(new Set(told.map(({ shiftId }) => shiftId))).toEqual(new Set(own.map((one) => one.id)))
      // Eight hours here and six there: two more than the twelve of art. 68(3).
      for (const one of told) {
        expect(one).toMatchObject({ rule: 'SECOND_JOB', article: '68(3)', hard: false })
      }
      const [made] = body.jobs
      await desk.call('PATCH', `${url}/${made.id}`, { toDate: '2026-01-31' }, 'hr')
      expect(ofPerson((await grid()).violations, id)).toEqual([])
      expect((await asHr('DELETE', `${url}/${made.id}`)).body.jobs).toEqual([])
    })

    it('are read and written by HR alone, of people who are there', async () => {
      const url = `/operators/${await worker('FT40')}/second-jobs`
      expect((await desk.call('GET', url, undefined, null)).status).toBe(401)
      expect((await desk.call('GET', url)).status).toBe(403)
      expect((await asHr('POST', url, { ...job, minutesPerDay: 800 })).status).toBe(400)
      expect((await asHr('POST', url, { ...job, toDate: '2025-01-01' })).body.type).toBe(
        '/problems/dates-disordered',
      )
      const nobody = '00000000-0000-4000-8000-000000000000'
      expect((await asHr('POST', `/operators/${nobody}/second-jobs`, job)).status).toBe(404)
      expect((await asHr('DELETE', `${url}/${nobody}`)).status).toBe(404)
    })
  })

  describe('a contract that changes within the week', () => {
    it('holds each day to the contract of the day, in checks and in the search', async () => {
      const id = await worker('FT40')
      const thursday = addDays(localDate(desk.week), 3)
      const before = ofPerson((await grid()).shifts, id)
      const isAfter = ({ startsAt }: Shift): boolean =>
        Date.parse(startsAt) >= Date.parse(`${thursday}T00:00:00+05:00`)
      expect(before.filter(isAfter).length).toBeGreaterThan(0)
      const url = `/operators/${id}/contracts`
      const change = { fromDate: thursday, contractCode: 'PT20' }
      const ordered = await desk.call('PUT', url, change, 'hr')
      expect(ordered.status).toBe(200)

      const told = ofPerson((await grid()).violations, id).filter(({ rule }) => rule === 'R01')
      expect(new Set(told.map(({ shiftId }) => shiftId))).toEqual(
        new Set(before.filter(isAfter).map((shift) => shift.id)),
      )

      const made = await grid(await desk.newDraft(3, 3))
      expect(made.operators.find((one) => one.id === id)?.contract).toBe('FT40 → PT20')
      expect(ofPerson(made.violations, id)).toEqual([])
      const planned = ofPerson(made.shifts, id)
      expect(planned.length).toBeGreaterThan(2)
      const full = new Set(before.map(({ shape }) => shape))
      for (const shift of planned.filter(isAfter)) expect(full).not.toContain(shift.shape)
      await asHr('DELETE', `${url}/${thursday}`)
    })
  })
})
