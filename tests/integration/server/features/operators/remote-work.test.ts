import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { answerAs } from '../../../../support/call.ts'
import { ownCentre } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

const NAME = { kk: 'Алаң', ru: 'Площадка', en: 'Site' }
const PERSON = { fullName: 'Ахметова Айгүл', siteCode: 'A', contractCode: 'FT40' }
const AGREED = {
  basis: 'agreement',
  homeWeekdays: [4, 0],
  fromDate: '2026-12-01',
  toDate: '2026-12-31',
}
const NOBODY = '00000000-0000-4000-8000-000000000000'

describe.each(DATABASES)('records of remote work, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let url = ''

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await ownCentre(connection)
    service = await testApp(connection, scope)
    await call('POST', '/sites', { code: 'A', name: NAME, workplaces: 40 })
    url = `/operators/${await hired('K-1')}/remote-work`
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = answerAs('hr', () => service)
  const hired = async (personnelNumber: string): Promise<string> => {
    const order = { ...PERSON, personnelNumber, hiredOn: '2024-03-01' }
    return (await call('POST', '/operators', order)).body.person.id
  }
  const clear = async (): Promise<void> => {
    for (const { id } of (await call('GET', url)).body.records) {
      await call('DELETE', `${url}/${id}`)
    }
  }

  it('are written, ended and taken back by HR', async () => {
    const { status, body } = await call('POST', url, AGREED)
    expect(status).toBe(200)
    expect(body.records).toMatchObject([{ ...AGREED, homeWeekdays: [0, 4] }])
    const [{ id }] = body.records
    const ended = await call('PATCH', `${url}/${id}`, { toDate: '2026-12-10' })
    expect(ended.body.records).toMatchObject([{ id, toDate: '2026-12-10' }])
    expect((await call('DELETE', `${url}/${id}`)).body.records).toEqual([])
  })

  it('are of every day, and without an end', async () => {
    const whole = { ...AGREED, homeWeekdays: [0, 1, 2, 3, 4, 5, 6], toDate: null }
    expect((await call('POST', url, whole)).body.records).toMatchObject([whole])
    await clear()
  })

  it.each([
    [{ ...AGREED, toDate: '2026-11-30' }, 422, 'dates-disordered'],
    [{ ...AGREED, basis: 'employer_act', toDate: null }, 422, 'remote-work-term'],
    [{ ...AGREED, basis: 'order' }, 400, 'invalid-request'],
    [{ ...AGREED, homeWeekdays: [] }, 400, 'invalid-request'],
    [{ ...AGREED, homeWeekdays: [7] }, 400, 'invalid-request'],
    [{ ...AGREED, homeWeekdays: [1, 1] }, 400, 'invalid-request'],
    [{ ...AGREED, place: 'home' }, 400, 'invalid-request'],
  ])('refuse what says nothing whole: %#', async (order, status, code) => {
    expect((await call('POST', url, order)).body).toMatchObject({
      status,
      type: `/problems/${code}`,
    })
  })

  it('never share a day: by a day, by an open end, or by an end that is put off', async () => {
    const first = (await call('POST', url, AGREED)).body.records[0]
    const overlapping = [
      { ...AGREED, fromDate: '2026-12-31', toDate: null },
      { ...AGREED, fromDate: '2026-01-01', toDate: '2026-12-01' },
      { ...AGREED, fromDate: '2026-01-01', toDate: null },
    ]
    for (const order of overlapping) {
      expect((await call('POST', url, order)).body).toMatchObject({
        status: 409,
        type: '/problems/remote-work-overlaps',
        title: expect.stringContaining('2026-12-01'),
      })
    }
    const next = { ...AGREED, basis: 'employer_act', fromDate: '2027-01-01', toDate: '2027-01-31' }
    expect((await call('POST', url, next)).body.records).toHaveLength(2)
    const late = await call('PATCH', `${url}/${first.id}`, { toDate: '2027-01-01' })
    expect(late.body.type).toBe('/problems/remote-work-overlaps')
    // The person beside has nothing to do with it.
    const other = `/operators/${await hired('K-2')}/remote-work`
    expect((await call('POST', other, AGREED)).status).toBe(200)
    await clear()
  })

  it('are read by whoever plans, and written by nobody else than HR', async () => {
    for (const role of ['planner', 'supervisor']) {
      expect((await call('GET', url, undefined, role)).status).toBe(200)
      expect((await call('POST', url, AGREED, role)).status).toBe(403)
    }
    expect((await call('GET', url, undefined, 'operator')).status).toBe(403)
    expect((await call('GET', url, undefined, null)).status).toBe(401)
    expect((await call('POST', `/operators/${NOBODY}/remote-work`, AGREED)).status).toBe(404)
    expect((await call('PATCH', `${url}/${NOBODY}`, { toDate: '2026-12-10' })).status).toBe(404)
    expect((await call('DELETE', `${url}/${NOBODY}`)).status).toBe(404)
  })

  it('are of one centre alone', async () => {
    await call('POST', url, AGREED)
    const seenIn = (own: Scope) =>
      inCenter(connection.db, own, (db) => db.selectFrom('remote_work').select('id').execute())
    expect(await seenIn(scope)).toHaveLength(2)
    expect(await seenIn({ ...scope, centerId: NOBODY as CenterId })).toEqual([])
    await clear()
  })
})
