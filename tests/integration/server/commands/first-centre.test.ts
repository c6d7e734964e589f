import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { prepareFirstCentre } from '#server/sample/first-centre.ts'

import { type SessionApp, sessionApp } from '../../../support/session-app.ts'
import { DATABASES, testDatabase } from '../../../support/test-database.ts'

describe.each(DATABASES)('an empty database without the sample, on %s', (name) => {
  let connection: Connection
  let service: SessionApp
  beforeAll(async () => {
    connection = await testDatabase(name)
    service = await sessionApp(connection)
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  it('lets one administrator in, however many processes start at once', async () => {
    const starts = await Promise.all(
      [1, 2, 3].map(() => prepareFirstCentre({ connection }, { sample: false })),
    )
    const [first, ...others] = starts.filter((start) => start !== undefined)
    expect(others).toEqual([])
    const { email = '', password = '' } = first?.signIn ?? {}
    const cookie = await service.signIn(email, password)
    const get = async (url: string) => (await service.send({ url: `/api/v1${url}` }, cookie)).json()
    expect(await get('/me')).toMatchObject({ roles: ['admin'] })
    expect(await get('/center')).toMatchObject({ isSample: false, operators: 0 })
    // The Day of the Republic, 25 October, is a holiday of the law that every centre begins with.
    const { days } = await get('/calendar?from=2026-10-25&to=2026-10-26')
    expect(days).toMatchObject([{ date: '2026-10-25', kind: 'holiday' }])
    const named = await service.send(
      {
        method: 'PATCH',
        url: '/api/v1/center',
        payload: { name: { kk: 'А', ru: 'Б', en: 'C' }, timezone: 'Asia/Aqtau' },
      },
      cookie,
    )
    expect(named.json()).toMatchObject({ name: { en: 'C' }, timezone: 'Asia/Aqtau' })
    expect(await prepareFirstCentre({ connection }, { sample: false })).toBeUndefined()
  })

  it('gets its way in back when every user was removed by hand', async () => {
    await connection.db.deleteFrom('users').execute()
    const again = await prepareFirstCentre({ connection }, { sample: false })
    const { email = '', password = '' } = again?.signIn ?? {}
    expect(await service.signIn(email, password)).not.toBe('')
  })
})

describe('kezek center', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-center-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const kezek = async (...args: string[]) =>
    promisify(execFile)('node', ['server/cli.ts', 'center', ...args], {
      env: { ...process.env, KEZEK_DATA: folder },
    }).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      ({ code, stderr }) => ({ code: Number(code), stdout: '', stderr: String(stderr) }),
    )
  const order = ['--code', 'city', '--name-ru', 'Город', '--timezone', 'Asia/Almaty']
  const admin = ['--admin-email', 'admin@city.example']

  it('makes a centre and prints its first password, and refuses the same code again', async () => {
    const made = await kezek(...order, ...admin)
    expect(JSON.parse(made.stdout)).toEqual({
      center: 'city',
      email: 'admin@city.example',
      password: expect.stringMatching(/^[\w-]{16}$/),
    })
    const again = await kezek(...order, '--admin-email', 'b@city.example')
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('already in use') })
    const zone = await kezek('--code', 'x', '--name-ru', 'x', '--timezone', 'Mars/Base', ...admin)
    expect(zone).toMatchObject({ code: 2, stderr: expect.stringContaining('Mars/Base') })
  })
})
