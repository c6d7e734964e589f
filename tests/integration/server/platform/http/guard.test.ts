import { afterAll, beforeAll, expect, it } from 'vitest'

import { createUser } from '#server/features/users/users.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter } from '#server/platform/db/scope.ts'
import { PROBLEMS } from '#server/platform/http/problem-catalogue.ts'

import { type SessionApp, sessionApp } from '../../../../support/session-app.ts'
import { testCentre, testDatabase } from '../../../../support/test-database.ts'

const PASSWORD = 'four words nobody guesses'
/** What one address may try in a minute. */
const ATTEMPTS = 120

let connection: Connection
let service: SessionApp
beforeAll(async () => {
  connection = await testDatabase('pglite')
  service = await sessionApp(connection)
  const scope = await testCentre(connection)
  for (const language of ['kk', 'ru', 'en'] as const) {
    await inCenter(connection.db, scope, (db) =>
      createUser(db, {
        centerId: scope.centerId,
        name: 'Operator',
        email: `${language}@centre.example`,
        password: PASSWORD,
        roles: ['operator'],
        language,
      }),
    )
  }
})
afterAll(async () => {
  await service.close()
  await connection.close()
})

it.each(['kk', 'ru', 'en'] as const)(
  'refuses whoever lacks the role, in the language of the user: %s',
  async (language) => {
    const cookie = await service.signIn(`${language}@centre.example`, PASSWORD)
    const answer = await service.send({ method: 'GET', url: '/api/v1/users' }, cookie)
    expect(answer.statusCode).toBe(403)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({
      type: '/problems/not-allowed',
      status: 403,
      title: PROBLEMS['not-allowed'].title[language],
    })
  },
)

it.each([
  ['kk-KZ,kk;q=0.9,ru;q=0.8', 'kk'],
  ['de,en;q=0.5', 'en'],
  [undefined, 'ru'],
] as const)('asks to sign in, in the language of the browser: %s', async (header, language) => {
  const headers = header === undefined ? {} : { 'accept-language': header }
  const answer = await service.app.inject({ url: '/api/v1/me', headers })
  expect(answer.json()).toMatchObject({
    status: 401,
    title: PROBLEMS['sign-in-required'].title[language],
  })
})

it('does not sign anybody in from the page of a stranger', async () => {
  const payload = { email: 'ru@centre.example', password: PASSWORD }
  const from = (origin: string) =>
    service.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin, cookie: 'kezek.session_token=x' },
      payload,
    })
  const refused = await from('https://evil.example')
  expect(refused.statusCode).toBe(403)
  expect(refused.cookies).toEqual([])
  const own = await from('http://localhost')
  expect(own.statusCode).toBe(200)
  expect(own.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})

it('lets one address try so often and no oftener, whatever it claims to be', async () => {
  const statuses: number[] = []
  for (let attempt = 0; attempt <= ATTEMPTS; attempt++) {
    // Without a password: refused before anything is hashed, and counted all the same.
    const { statusCode } = await service.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'http://localhost', 'x-forwarded-for': `10.0.0.${attempt}` },
      payload: { email: 'ru@centre.example' },
    })
    statuses.push(statusCode)
  }
  expect(statuses[0]).toBe(400)
  expect(statuses.at(-1)).toBe(429)
  const right = await service.signIn('ru@centre.example', PASSWORD)
  expect(right).toBe('')
})
