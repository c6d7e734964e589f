import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { answerAs } from '../../../../support/call.ts'
import { ownCentre } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

const SHAPE = {
  spanMinutes: 540,
  startFromMinutes: 420,
  startToMinutes: 600,
  startStepMinutes: 60,
  breaks: [{ kind: 'meal', lengthMinutes: 60, fromMinutes: 180, toMinutes: 240 }],
}
const TERMS = {
  name: { kk: 'Таң', ru: 'Утро', en: 'Morning' },
  regime: 'five_day',
  accountingMonths: 3,
  splitShifts: false,
  shapes: ['M8'],
  dayMaxPaidMinutes: 480,
  weekTargetPaidMinutes: 2400,
  weekMaxPaidMinutes: 2400,
  minRestMinutes: 720,
  weeklyRestMinutes: 2520,
  maxConsecutiveDays: 5,
  maxConsecutiveNights: 1,
  costPerHour: 1,
  overtimeMultiplier: 1.5,
}

describe.each(DATABASES)('/working-time, on %s', (name) => {
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
  const shape = async (code: string) =>
    (await call('GET', '/working-time')).body.shapes.find(
      (one: { code: string }) => one.code === code,
    )
  const contract = async (code: string) =>
    (await call('GET', '/working-time')).body.contracts.find(
      (one: { code: string }) => one.code === code,
    )

  it('takes a kind of shift and a contract that allows it, and pays no meals', async () => {
    expect((await call('POST', '/working-time/shapes', { code: 'M8', ...SHAPE })).status).toBe(201)
    expect(await shape('M8')).toEqual({
      code: 'M8',
      ...SHAPE,
      paidMinutes: 480,
      contracts: [],
      isUsed: false,
    })
    const made = await call('POST', '/working-time/contracts', { code: 'MORNING', ...TERMS })
    expect(made.status).toBe(201)
    expect(await contract('MORNING')).toEqual({ code: 'MORNING', ...TERMS, people: 0 })
    expect((await shape('M8')).contracts).toEqual(['MORNING'])
  })

  it('changes both, and the shifts of a contract one by one', async () => {
    const later = { ...SHAPE, startToMinutes: 720 }
    expect((await call('PUT', '/working-time/shapes/M8', later)).status).toBe(200)
    expect((await shape('M8')).startToMinutes).toBe(720)
    const wider = { ...TERMS, shapes: ['F8b', 'M8'], maxConsecutiveDays: 6 }
    expect((await call('PUT', '/working-time/contracts/MORNING', wider)).status).toBe(200)
    expect(await contract('MORNING')).toMatchObject({
      shapes: ['F8b', 'M8'],
      maxConsecutiveDays: 6,
    })
    await call('PUT', '/working-time/contracts/MORNING', TERMS)
    expect(await contract('MORNING')).toMatchObject({ shapes: ['M8'] })
  })

  it('refuses what law or house rules do not allow, naming every field, and changes nothing', async () => {
    const { status, body } = await call('PUT', '/working-time/contracts/MORNING', {
      ...TERMS,
      dayMaxPaidMinutes: 600,
      minRestMinutes: 600,
      shapes: ['M8', 'NONE'],
    })
    expect(status).toBe(422)
    expect(body).toMatchObject({
      type: '/problems/contract-refused',
      errors: [
        { pointer: 'Не больше в день', detail: expect.stringContaining('ст. 71') },
        { pointer: 'Отдых между сменами', detail: '10 ч при наименьшем 12 ч (ст. 83)' },
        { pointer: 'Виды смен', detail: 'смены NONE в центре нет' },
      ],
    })
    expect(await contract('MORNING')).toMatchObject(TERMS)
    const long = await call('POST', '/working-time/shapes', { code: 'X', ...SHAPE, breaks: [] })
    expect(long.body).toMatchObject({
      type: '/problems/shift-shape-refused',
      errors: [{ pointer: 'Перерывы', detail: expect.stringContaining('ст. 81') }],
    })
  })

  it('takes a shift in two parts under a contract that provides for it, and under no other', async () => {
    const gap = { kind: 'gap', lengthMinutes: 240, fromMinutes: 240, toMinutes: 240 }
    const split = { ...SHAPE, spanMinutes: 720, breaks: [gap] }
    const short = { code: 'P8', ...split, breaks: [{ ...gap, lengthMinutes: 60 }] }
    expect((await call('POST', '/working-time/shapes', short)).body).toMatchObject({
      type: '/problems/shift-shape-refused',
      errors: expect.arrayContaining([
        { pointer: 'Перерывы', detail: expect.stringContaining('не короче 2 ч') },
      ]),
    })
    expect((await call('POST', '/working-time/shapes', { code: 'P8', ...split })).status).toBe(201)
    expect((await shape('P8')).paidMinutes).toBe(480)
    const terms = { ...TERMS, shapes: ['M8', 'P8'] }
    const refused = await call('PUT', '/working-time/contracts/MORNING', terms)
    expect(refused.body).toMatchObject({
      type: '/problems/contract-refused',
      errors: [{ pointer: 'Виды смен', detail: expect.stringContaining('ст. 72') }],
    })
    const agreed = { ...terms, splitShifts: true }
    expect((await call('PUT', '/working-time/contracts/MORNING', agreed)).status).toBe(200)
    expect(await contract('MORNING')).toMatchObject(agreed)
    await call('PUT', '/working-time/contracts/MORNING', TERMS)
    expect((await call('DELETE', '/working-time/shapes/P8')).status).toBe(200)
  })

  it('keeps a contract whole: no shift of it becomes longer than its day, or falls into parts', async () => {
    const place = { pointer: 'Договор MORNING: Виды смен' }
    const long = { ...SHAPE, spanMinutes: 570 }
    expect((await call('PUT', '/working-time/shapes/M8', long)).body).toMatchObject({
      type: '/problems/shift-shape-refused',
      errors: [{ ...place, detail: expect.stringContaining('8 ч 30 мин') }],
    })
    const gap = { kind: 'gap', lengthMinutes: 240, fromMinutes: 240, toMinutes: 240 }
    const split = { ...SHAPE, spanMinutes: 720, breaks: [gap] }
    expect((await call('PUT', '/working-time/shapes/M8', split)).body).toMatchObject({
      type: '/problems/shift-shape-refused',
      errors: [{ ...place, detail: expect.stringContaining('ст. 72') }],
    })
    expect((await shape('M8')).spanMinutes).toBe(540)
  })

  it('knows a code once, and no other', async () => {
    const again = await call('POST', '/working-time/shapes', { code: 'M8', ...SHAPE })
    expect(again.body.type).toBe('/problems/name-taken')
    const twice = await call('POST', '/working-time/contracts', { code: 'MORNING', ...TERMS })
    expect(twice.body.type).toBe('/problems/name-taken')
    expect((await call('PUT', '/working-time/shapes/NONE', SHAPE)).status).toBe(404)
    expect((await call('DELETE', '/working-time/contracts/NONE')).status).toBe(404)
    const odd = await call('POST', '/working-time/shapes', { code: 'a b', ...SHAPE })
    expect(odd.status).toBe(400)
  })

  it('keeps what contracts, people or rules still name', async () => {
    const named = await call('DELETE', '/working-time/shapes/M8')
    expect(named.body).toMatchObject({ type: '/problems/still-named', values: { by: 'MORNING' } })
    const person = {
      personnelNumber: '7001',
      fullName: 'Серік Айгүл',
      siteCode: 'A',
      contractCode: 'MORNING',
      hiredOn: '2026-01-05',
    }
    await call('POST', '/sites', { code: 'A', name: TERMS.name, workplaces: 5 }, 'hr')
    expect((await call('POST', '/operators', person, 'hr')).status).toBe(201)
    expect((await contract('MORNING')).people).toBe(1)
    const used = await call('DELETE', '/working-time/contracts/MORNING')
    expect(used.body.type).toBe('/problems/contract-used')
    await call('POST', '/working-time/contracts', { code: 'SPARE', ...TERMS })
    const rule = {
      name: 'Короче к концу недели',
      weight: null,
      validFrom: '2026-12-01',
      validTo: null,
      definition: { kind: 'weekends_worked', for: { contracts: ['SPARE'] }, max: 1 },
    }
    expect((await call('POST', '/planner-rules', rule)).status).toBe(201)
    expect((await call('DELETE', '/working-time/contracts/SPARE')).body).toMatchObject({
      type: '/problems/still-named',
      values: { by: 'Короче к концу недели' },
    })
  })

  it('lets go of what nothing names', async () => {
    await call('POST', '/working-time/shapes', { code: 'GONE', ...SHAPE })
    expect((await call('DELETE', '/working-time/shapes/GONE')).status).toBe(200)
    expect(await shape('GONE')).toBeUndefined()
  })

  it('is read by those who plan, lead and hire, and changed by planners', async () => {
    expect((await call('GET', '/working-time', undefined, null)).status).toBe(401)
    expect((await call('GET', '/working-time', undefined, 'operator')).status).toBe(403)
    expect((await call('GET', '/working-time', undefined, 'hr')).status).toBe(200)
    expect((await call('POST', '/working-time/shapes', { code: 'Y', ...SHAPE }, 'hr')).status).toBe(
      403,
    )
    expect((await call('DELETE', '/working-time/shapes/M8', undefined, 'supervisor')).status).toBe(
      403,
    )
  })
})
