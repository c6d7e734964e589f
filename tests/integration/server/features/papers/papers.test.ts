import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addPeople } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const TODAY = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
const YEAR = Number(TODAY.slice(0, 4))
const NAME = { kk: 'А', ru: 'Б', en: 'C' }

describe.each(DATABASES)('papers, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[] = []

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = await addPeople(connection, scope, 2)
    service = await testApp(connection, scope)
    // One competence of the order; the first person was assessed in it this year, by a file.
    await inCenter(connection.db, scope, async (db) => {
      const { id } = await db
        .insertInto('competence')
        .values({
          center_id: scope.centerId,
          code: '19.1',
          kind: 'general',
          paragraph: '19.1',
          name: JSON.stringify({ kk: 'тыңдай білу', ru: 'умение слушать', en: 'listening' }),
          archived_at: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('operator_competence')
        .values({
          center_id: scope.centerId,
          operator_id: people[0] as OperatorId,
          competence_id: id,
          level: 3,
          assessed_on: `${YEAR}-01-15`,
          valid_until: `${YEAR + 1}-01-15`,
        })
        .execute()
    })
    await call('POST', '/notices', {
      title: NAME,
      body: NAME,
      officialSource: 'Закон № 239-VIII',
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('hr', () => service)
  const sheets = async (bytes: Buffer): Promise<Record<string, unknown[]>> => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
    return Object.fromEntries(
      workbook.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues().slice(1)]),
    )
  }

  it('hold for an auditor who was assessed in the year, and who not', async () => {
    const answer = await call('POST', `/audit-packages/${YEAR}`, { format: 'xlsx' })
    expect(answer.statusCode).toBe(200)
    const found = await sheets(answer.rawPayload)
    const [whole = []] = Object.values(found)
    expect(whole).toContainEqual([
      undefined,
      'Оценены за год по всем компетенциям п. 19–20',
      '1 / 2 (50 %)',
    ])
    const assessed = found['1. Оценка за год (п. 21)'] as unknown[][]
    expect(assessed.slice(1).map((row) => [row[4], row[6], row[7]])).toEqual([
      ['1 / 1', 'да', ''],
      ['0 / 1', 'нет', '19.1'],
    ])
    // Six functions, which nobody holds; one notice, which nobody has read.
    expect(found['3. Функции п. 16–17']).toHaveLength(7)
    expect(JSON.stringify(found['4. Уведомления (п. 22)'])).toContain('Закон № 239-VIII')
  })

  it('hold the file of one person, in the language that was asked for', async () => {
    const body = { format: 'xlsx', language: 'kk' }
    const answer = await call('POST', `/person-files/${people[0]}`, body, 'head')
    const found = await sheets(answer.rawPayload)
    expect(JSON.stringify(found['3. Бүгінгі құзыреттер'])).toContain('тыңдай білу')
    const print = await call('POST', `/person-files/${people[0]}`, { format: 'pdf' })
    expect(print.headers['content-type']).toBe('application/pdf')
    expect(print.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('are listed with who took them, and stand in the audit record', async () => {
    const { exports } = (await call('GET', '/paper-exports')).json()
    expect(exports).toMatchObject([
      { kind: 'person_file', format: 'pdf', year: null },
      { kind: 'person_file', format: 'xlsx' },
      { kind: 'audit_package', format: 'xlsx', fullName: null, year: YEAR },
    ])
    const { records } = (await call('GET', '/audit?entity=paper_export', undefined, 'head')).json()
    expect(records).toHaveLength(3)
    expect(records[0]).toMatchObject({ action: 'insert', actorName: scope.actorName })
  })

  it('are refused to others, of nobody, and of a year to come, and then leave no record', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    const body = { format: 'pdf' }
    expect((await call('POST', `/person-files/${nobody}`, body)).statusCode).toBe(404)
    const early = await call('POST', `/audit-packages/${YEAR + 1}`, body)
    expect(early.json().type).toBe('/problems/year-not-begun')
    for (const role of ['planner', 'supervisor', 'operator']) {
      expect((await call('POST', `/person-files/${people[0]}`, body, role)).statusCode).toBe(403)
    }
    expect((await call('POST', `/audit-packages/${YEAR}`, { format: 'doc' })).statusCode).toBe(400)
    expect((await call('GET', '/paper-exports')).json().exports).toHaveLength(3)
  })
})
