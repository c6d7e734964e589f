import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { ownCentre } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'
import { uploadOf } from '../../../../support/upload.ts'

const NAME = { kk: 'Алаң', ru: 'Площадка', en: 'Site' }
const ORDER = {
  personnelNumber: 'K-1',
  fullName: 'Ахметова Айгүл',
  siteCode: 'A',
  contractCode: 'FT40',
  hiredOn: '2024-03-01',
}
describe.each(DATABASES)('the people of a centre, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await ownCentre(connection)
    service = await testApp(connection, scope)
    await call('POST', '/sites', { code: 'A', name: NAME, workplaces: 40 })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('hr', () => service)
  const send = (query: string, csv: string | Buffer, role = 'hr') => {
    const { payload, headers } = uploadOf('file.csv', csv)
    return service.app.inject({
      method: 'POST',
      url: `/api/v1/people-files?${query}`,
      headers: { ...headers, 'x-role': role },
      payload,
    })
  }
  const idOf = async (number: string): Promise<string> => {
    const { operators } = (await call('GET', '/operators?left=true')).json()
    return operators.find((one: { personnelNumber: string }) => one.personnelNumber === number).id
  }

  it('begins with the contracts of common weeks, and none under them', async () => {
    const { contracts } = (await call('GET', '/contracts')).json()
    expect(contracts).toContainEqual(
      expect.objectContaining({ code: 'FT40', longestShiftPaidMinutes: 480, people: 0 }),
    )
  })

  it('takes somebody in, and shows the card', async () => {
    const answer = await call('POST', '/operators', ORDER)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      person: { ...ORDER, kind: 'staff', takesContacts: true, leftOn: null },
      contracts: [{ fromDate: '2024-03-01', contractCode: 'FT40' }],
      competences: [],
    })
  })

  it.each([
    [{ ...ORDER }, 409, 'personnel-number-taken'],
    [{ ...ORDER, personnelNumber: 'K-2', siteCode: 'B' }, 422, 'site-unknown'],
    [{ ...ORDER, personnelNumber: 'K-2', contractCode: 'X' }, 422, 'contract-unknown'],
    [{ ...ORDER, personnelNumber: 'K-2', teamCode: 'X' }, 422, 'team-unknown'],
    [{ ...ORDER, personnelNumber: '900101300017' }, 422, 'iin-refused'],
    [{ ...ORDER, personnelNumber: 'K-2', iin: '1' }, 400, 'invalid-request'],
    [{ ...ORDER, personnelNumber: 'K-2', hiredOn: 'x' }, 400, 'invalid-request'],
  ])('refuses an order that does not fit: %#', async (order, status, code) => {
    expect((await call('POST', '/operators', order)).json()).toMatchObject({
      status,
      type: `/problems/${code}`,
    })
  })

  it.each([
    ['POST', '/operators'],
    ['POST', '/sites'],
    ['POST', '/teams'],
  ] as const)('lets no planner %s %s', async (method, url) => {
    const body = url === '/operators' ? ORDER : { code: 'x', name: NAME, workplaces: 1 }
    const answer = await call(
      method,
      url,
      url === '/teams' ? { code: 'x', name: NAME } : body,
      'planner',
    )
    expect(answer.statusCode).toBe(403)
  })

  it('changes contracts from a day on, and takes that back', async () => {
    const url = `/operators/${await idOf('K-1')}`
    const change = { fromDate: '2026-01-01', contractCode: 'PT20' }
    const { person, contracts } = (await call('PUT', `${url}/contracts`, change)).json()
    expect(person.contractCode).toBe('PT20')
    expect(contracts).toHaveLength(2)
    const early = { fromDate: '2024-02-01', contractCode: 'PT20' }
    expect((await call('PUT', `${url}/contracts`, early)).json().type).toBe(
      '/problems/contract-before-hiring',
    )
    const back = await call('DELETE', `${url}/contracts/2026-01-01`)
    expect(back.json().person.contractCode).toBe('FT40')
    expect((await call('DELETE', `${url}/contracts/2026-01-01`)).statusCode).toBe(404)
  })

  it('lets somebody go and come back, and keeps the span between', async () => {
    const url = `/operators/${await idOf('K-1')}`
    expect((await call('PATCH', url, { leftOn: '2024-01-01' })).json().type).toBe(
      '/problems/dates-disordered',
    )
    await call('PATCH', url, { leftOn: '2025-05-31' })
    expect((await call('GET', '/operators')).json().operators).toEqual([])
    const { person, earlierEmployments } = (
      await call('PATCH', url, { hiredOn: '2025-09-01' })
    ).json()
    expect(person).toMatchObject({ hiredOn: '2025-09-01', leftOn: null })
    expect(earlierEmployments).toEqual([{ hiredOn: '2024-03-01', leftOn: '2025-05-31' }])
  })

  it('counts people at sites and in teams', async () => {
    await call('POST', '/teams', { code: 'first', name: NAME })
    await call('PATCH', `/operators/${await idOf('K-1')}`, { teamCode: 'first' })
    expect((await call('GET', '/teams')).json()).toEqual({
      teams: [{ code: 'first', name: NAME, people: 1 }],
    })
    expect((await call('GET', '/sites')).json().sites).toMatchObject([{ code: 'A', people: 1 }])
    const renamed = { code: 'second', name: NAME }
    expect((await call('PUT', '/teams/first', renamed)).json().teams[0].code).toBe('second')
    expect((await call('PUT', '/teams/first', renamed)).statusCode).toBe(422)
  })

  describe('what the law attaches to somebody', () => {
    const restriction = {
      kind: 'disability_2',
      fromDate: '2026-01-01',
      toDate: null,
      document: 'Справка № 5',
    }

    it('is written, ended and taken back by HR, with what follows from it', async () => {
      const url = `/operators/${await idOf('K-1')}`
      const records = (await call('POST', `${url}/restrictions`, restriction)).json()
      // Art. 69(3): 36 h; the contract asks for 40. Art. 76: nights only with consent.
      expect(records).toMatchObject({
        limits: { nightBan: true, weekMaxPaidMinutes: 2160 },
        warnings: ['personal-data-consent-missing', 'week-over-legal-norm'],
      })
      const consent = {
        kind: 'night_work',
        document: 'Согласие № 1',
        givenOn: '2026-01-01',
        withdrawnOn: null,
      }
      expect((await call('POST', `${url}/consents`, consent)).json().limits.nightBan).toBe(false)
      const [{ id }] = records.restrictions
      const ended = await call('PATCH', `${url}/restrictions/${id}`, { toDate: '2026-02-01' })
      expect(ended.json().limits.weekMaxPaidMinutes).toBeNull()
      expect((await call('DELETE', `${url}/restrictions/${id}`)).json().restrictions).toEqual([])
      expect((await call('DELETE', `${url}/restrictions/${id}`)).statusCode).toBe(404)
    })

    it.each(['planner', 'supervisor', 'head', 'admin', 'operator'])(
      'is nothing that a %s may read',
      async (role) => {
        const url = `/operators/${await idOf('K-1')}/personal-records`
        expect((await call('GET', url, undefined, role)).statusCode).toBe(403)
      },
    )

    it('is hidden by the database from whoever has not opened it, and from the record', async () => {
      const url = `/operators/${await idOf('K-1')}`
      await call('POST', `${url}/restrictions`, { ...restriction, kind: 'pregnancy' })
      const seen = await inCenter(connection.db, scope, (db) =>
        db.selectFrom('legal_restriction').selectAll().execute(),
      )
      expect(seen).toEqual([])
      const audit = await inCenter(connection.db, scope, (db) =>
        db
          .selectFrom('audit_record')
          .select(['entity_id', 'before', 'after'])
          .where('entity', '=', 'legal_restriction')
          .execute(),
      )
      expect(audit.length).toBeGreaterThan(0)
      for (const row of audit) expect(row).toMatchObject({ before: null, after: null })
      // The control: the owner of the database sees what is there.
      const { rows } = await sql`select kind from legal_restriction`.execute(connection.db)
      expect(rows).toEqual([{ kind: 'pregnancy' }])
    })
  })

  describe('files', () => {
    const HEADER = 'personnel_number,full_name,site,contract,Дата приёма,team\n'
    const row = (n: number, more = 'A,FT40,2025-01-01,second') => `N-${n},Работник ${n},${more}\n`

    it('of 5,000 people with faults name each by row and column, and store nothing', async () => {
      const faulty = new Map([
        [100, 'B,FT40,2025-01-01,second'],
        [2500, 'A,FT40,01.13.2025,second'],
        [5000, 'A,,2025-01-01,third'],
      ])
      const csv =
        HEADER + Array.from({ length: 5000 }, (_, at) => row(at + 1, faulty.get(at + 1))).join('')
      const trial = (await send('kind=people&dryRun=true', csv)).json()
      expect(trial).toMatchObject({
        stored: false,
        rowsRead: 5000,
        rowsRefused: 3,
        added: 4997,
        problemCount: 4,
      })
      // Row 1 is the header, so the n-th person stands in row n + 1.
      expect(
        trial.problems.map((one: { row: number; column: string }) => `${one.row} ${one.column}`),
      ).toEqual(['101 site', '2501 hired_on', '5001 contract', '5001 team'])
      const refused = await send('kind=people', csv)
      expect(refused.statusCode).toBe(422)
      expect(refused.json()).toMatchObject({
        type: '/problems/file-refused',
        errors: [{ pointer: '101, site' }, { pointer: '2501, Дата приёма' }, {}, {}],
      })
      expect((await call('GET', '/operators')).json().operators).toHaveLength(1)
      const stored = (await send('kind=people&onBadRow=skip-row', csv)).json()
      expect(stored).toMatchObject({ stored: true, added: 4997, rowsRefused: 3 })
      expect((await call('GET', '/operators')).json().operators).toHaveLength(4998)
    })

    it('change only what they speak of, and a second time nothing', async () => {
      const csv = `personnel_number,full_name,site,contract,hired_on,contract_from\nN-1,Работник 1,A,PT20,2025-01-01,2026-01-01\n`
      expect((await send('kind=people', csv)).json()).toMatchObject({ changed: 1, added: 0 })
      const card = (await call('GET', `/operators/${await idOf('N-1')}`)).json()
      expect(card.person).toMatchObject({ teamCode: 'second', contractCode: 'PT20' })
      expect(card.contracts).toHaveLength(2)
      expect((await send('kind=people', csv)).json()).toMatchObject({ changed: 0, unchanged: 1 })
    })

    it('tell of hours in another job from today on, and end them where they tell of none', async () => {
      const csv = (hours: string): string =>
        `personnel_number,full_name,site,contract,hired_on,second_job_hours\nK-1,${ORDER.fullName},A,FT40,${ORDER.hiredOn},"${hours}"\n`
      const jobs = async () => {
        const url = `/operators/${await idOf('K-1')}/second-jobs`
        return (await call('GET', url)).json().jobs
      }
      expect((await send('kind=people', csv('3,5'))).json()).toMatchObject({ changed: 1 })
      expect(await jobs()).toMatchObject([{ minutesPerDay: 210, toDate: null }])
      expect((await send('kind=people', csv('3.5'))).json()).toMatchObject({ unchanged: 1 })
      expect((await send('kind=people', csv('4'))).json()).toMatchObject({ changed: 1 })
      expect(await jobs()).toMatchObject([{ minutesPerDay: 240, toDate: null }])
      expect((await send('kind=people', csv('13'))).json()).toMatchObject({
        errors: [{ pointer: '2, second_job_hours' }],
      })
      expect((await send('kind=people', csv(''))).json()).toMatchObject({ changed: 1 })
      expect(await jobs()).toEqual([])
    })

    it.each(['csv', 'xlsx'])('go out as %s and come back unchanged', async (format) => {
      const out = await call('GET', `/people-files?kind=people&format=${format}`)
      expect(out.headers['content-disposition']).toContain(`people.${format}`)
      const back = (await send('kind=people&dryRun=true', out.rawPayload)).json()
      expect(back).toMatchObject({ rowsRead: 4998, unchanged: 4998, problemCount: 0 })
    })

    it('of competences give levels that hold for the cycle of the centre', async () => {
      const csv =
        'personnel_number,competence,level,assessed_on\nN-2,language.kk,4,2026-10-01\nN-2,19.1,3,2026-10-01\n'
      expect((await send('kind=competences', csv)).json()).toMatchObject({ added: 2 })
      expect((await send('kind=competences', csv)).json()).toMatchObject({ unchanged: 2 })
      const card = (await call('GET', `/operators/${await idOf('N-2')}`)).json()
      expect(card.competences).toContainEqual({
        code: '19.1',
        level: 3,
        assessedOn: '2026-10-01',
        validUntil: '2027-10-01',
      })
      expect(card.person.languages).toEqual([{ code: 'language.kk', level: 4 }])
    })

    it('are refused without a file, when no table, with an IIN, and from a planner', async () => {
      expect((await send('kind=people', 'PK no workbook')).json().type).toBe(
        '/problems/file-refused',
      )
      const iin = `${HEADER.trim()},ИИН\n${row(1).trim()},1\n`
      expect((await send('kind=people&onBadRow=skip-row', iin)).statusCode).toBe(422)
      expect((await send('kind=people', HEADER, 'planner')).statusCode).toBe(403)
      const none = await call('POST', '/people-files?kind=people', {})
      expect(none.statusCode).toBeGreaterThanOrEqual(400)
      expect(none.statusCode).toBeLessThan(500)
    })
  })
})
