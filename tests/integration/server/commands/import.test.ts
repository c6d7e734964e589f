import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'

import { InputError } from '#server/commands/command.ts'
import { importCommand } from '#server/commands/import.command.ts'
import { addQueue } from '#server/features/centers/centers.service.ts'
import { openConnection } from '#server/platform/db/connection.ts'
import { migrate } from '#server/platform/db/migrate.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { BROKEN_FILES, GOOD_HISTORY } from '../../../support/broken-files.ts'
import { testCentre } from '../../../support/test-database.ts'

const ALWAYS = Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }])

let folder: string
let scope: Scope
const database = () => ({ kind: 'embedded', folder: path.join(folder, 'data') }) as const

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-import-'))
  const connection = await openConnection(database())
  await migrate(connection.db)
  scope = await testCentre(connection, 'ops')
  const name = { kk: 'К1', ru: 'О1', en: 'Q1' }
  await inCenter(connection.db, scope, (db) =>
    addQueue(db, scope.centerId, { code: 'q1', name, channel: 'voice', openingHours: ALWAYS }),
  )
  await connection.close()
  vi.stubEnv('KEZEK_DATA', database().folder)
  vi.stubEnv('DATABASE_URL', '')
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function importing(content: string | Buffer): Promise<string> {
  const file = path.join(folder, 'history.csv')
  await writeFile(file, content)
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  await importCommand.run(['intervals', file, '--center', 'ops'])
  return printed
}

async function storedRows(): Promise<number> {
  const connection = await openConnection(database())
  const rows = await inCenter(connection.db, scope, (db) =>
    db.selectFrom('interval_history').select('starts_at').execute(),
  )
  await connection.close()
  return rows.length
}

it.each(BROKEN_FILES)('refuses a file with $what, and says where', async ({ file, at }) => {
  const refusal: unknown = await importing(file).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(InputError)
  const problem = JSON.parse((refusal as InputError).message)
  expect(problem).toMatchObject({ type: '/problems/file-refused', status: 422 })
  expect(problem.errors[0].pointer).toMatch(at)
  expect(problem.errors[0].detail).not.toBe('')
})

it('has stored nothing of them, and stores a good file whole', async () => {
  expect(await storedRows()).toBe(0)
  expect(JSON.parse(await importing(GOOD_HISTORY))).toMatchObject({ stored: true, rowsRead: 2 })
  expect(await storedRows()).toBe(2)
})
