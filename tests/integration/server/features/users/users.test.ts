import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter } from '#server/platform/db/scope.ts'
import { settleCentre } from '#server/sample/empty-centre.ts'

import { type SessionApp, cookieOf, sessionApp } from '../../../../support/session-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'
import { totp, wrongTotp } from '../../../../support/totp.ts'

/** Wrong codes that end a sign-in. */
const GUESSES = 5

describe.each(DATABASES)('the users of a centre, on %s', (name) => {
  let connection: Connection
  let service: SessionApp
  let admin: string
  let adminId: string
  let foreignId: string

  beforeAll(async () => {
    connection = await testDatabase(name)
    service = await sessionApp(connection)
    const signIns = []
    for (const code of ['own', 'other']) {
      const scope = await testCentre(connection, code)
      const who = { email: `admin@${code}.example`, language: 'ru' } as const
      signIns.push(await inCenter(connection.db, scope, (db) => settleCentre(db, scope, who)))
    }
    const [own, other] = signIns
    admin = await service.signIn(own?.email ?? '', own?.password ?? '')
    adminId = (await call('GET', '/me')).json().id
    const foreign = await service.signIn(other?.email ?? '', other?.password ?? '')
    foreignId = (await call('GET', '/me', undefined, foreign)).json().id
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    cookie = admin,
  ) =>
    service.send(
      { method, url: `/api/v1${url}`, ...(payload === undefined ? {} : { payload }) },
      cookie,
    )
  const auth = (url: string, payload: object, cookie: string) =>
    service.send({ method: 'POST', url: `/api/auth${url}`, payload }, cookie)

  async function addUser(email: string, roles: readonly string[]) {
    const answer = await call('POST', '/users', { name: 'Trial Person', email, roles })
    expect(answer.statusCode).toBe(201)
    return answer.json<{ user: { id: string; email: string }; password: string }>()
  }

  it('are made with a password that lets them in, in their roles', async () => {
    const { user, password } = await addUser('Shift@Centre.example', ['supervisor'])
    expect(user).toMatchObject({ email: 'shift@centre.example', roles: ['supervisor'] })
    const cookie = await service.signIn('shift@centre.example', password)
    expect((await call('GET', '/me', undefined, cookie)).json()).toMatchObject({
      id: user.id,
      roles: ['supervisor'],
      abilities: { plan: false, administer: false },
    })
    expect((await call('GET', '/users', undefined, cookie)).statusCode).toBe(403)
    const again = { name: 'Another', email: 'shift@centre.example', roles: ['hr'] }
    expect((await call('POST', '/users', again)).json()).toMatchObject({
      type: '/problems/email-taken',
    })
  })

  it.each([
    [{ name: 'A', email: 'not an address', roles: ['hr'] }],
    [{ name: 'A', email: 'a@centre.example', roles: [] }],
    [{ name: 'A', email: 'a@centre.example', roles: ['king'] }],
  ])('are refused when the order does not fit: %j', async (payload) => {
    expect((await call('POST', '/users', payload)).statusCode).toBe(400)
  })

  it('of another centre are neither seen nor touched', async () => {
    const { users } = (await call('GET', '/users')).json<{ users: { id: string }[] }>()
    expect(users.map(({ id }) => id)).not.toContain(foreignId)
    for (const [method, url, payload] of [
      ['PATCH', `/users/${foreignId}`, { disabled: true }],
      ['POST', `/users/${foreignId}/password`, undefined],
      ['DELETE', `/users/${foreignId}/two-factor`, undefined],
    ] as const) {
      const answer = await call(method, url, payload)
      expect(answer.json()).toMatchObject({ type: '/problems/user-unknown', status: 404 })
    }
  })

  it('keep an administrator among them', async () => {
    for (const change of [{ roles: ['planner'] }, { disabled: true }]) {
      expect((await call('PATCH', `/users/${adminId}`, change)).json()).toMatchObject({
        type: '/problems/last-admin',
        status: 409,
      })
    }
    const { user } = await addUser('second@centre.example', ['admin'])
    expect((await call('PATCH', `/users/${user.id}`, { roles: ['hr'] })).json()).toMatchObject({
      roles: ['hr'],
    })
  })

  it('are signed out when disabled, stay out, and come back when they are wanted again', async () => {
    const { user, password } = await addUser('gone@centre.example', ['operator'])
    const cookie = await service.signIn(user.email, password)
    await call('PATCH', `/users/${user.id}`, { disabled: true })
    expect((await call('GET', '/me', undefined, cookie)).statusCode).toBe(401)
    expect(await service.signIn(user.email, password)).toBe('')
    await call('PATCH', `/users/${user.id}`, { disabled: false })
    expect(await service.signIn(user.email, password)).not.toBe('')
  })

  it('get a new password from an administrator, which ends their sessions', async () => {
    const { user, password } = await addUser('forgot@centre.example', ['operator'])
    const cookie = await service.signIn(user.email, password)
    const fresh = (await call('POST', `/users/${user.id}/password`)).json<{ password: string }>()
    expect((await call('GET', '/me', undefined, cookie)).statusCode).toBe(401)
    expect(await service.signIn(user.email, password)).toBe('')
    expect(await service.signIn(user.email, fresh.password)).not.toBe('')
  })

  it('change their own password when they know it, and lose their other sessions', async () => {
    const { user, password } = await addUser('own@centre.example', ['operator'])
    const [cookie, elsewhere] = [
      await service.signIn(user.email, password),
      await service.signIn(user.email, password),
    ]
    const newPassword = 'four words that nobody knows'
    const wrong = { currentPassword: 'not this one', newPassword }
    expect((await call('POST', '/me/password', wrong, cookie)).json()).toMatchObject({
      type: '/problems/password-wrong',
    })
    const short = { currentPassword: password, newPassword: 'short' }
    expect((await call('POST', '/me/password', short, cookie)).statusCode).toBe(400)
    const right = { currentPassword: password, newPassword }
    const answer = await call('POST', '/me/password', right, cookie)
    expect(answer.statusCode).toBe(204)
    expect((await call('GET', '/me', undefined, elsewhere)).statusCode).toBe(401)
    expect((await call('GET', '/me', undefined, cookieOf(answer))).statusCode).toBe(200)
    expect(await service.signIn(user.email, newPassword)).not.toBe('')
  })

  const verify = (code: string, cookie: string) => auth('/two-factor/verify-totp', { code }, cookie)

  async function addUserWithSecondFactor(email: string) {
    const { user, password } = await addUser(email, ['head'])
    const cookie = await service.signIn(user.email, password)
    const enabled = await auth('/two-factor/enable', { password }, cookie)
    expect(enabled.statusCode).toBe(200)
    const { totpURI } = enabled.json<{ totpURI: string }>()
    expect((await verify(totp(totpURI, Date.now()), cookie)).statusCode).toBe(200)
    return { user, password, totpURI }
  }

  it('sign in with a second factor once it is set up, until an administrator takes it away', async () => {
    const { user, password, totpURI } = await addUserWithSecondFactor('factor@centre.example')
    const half = await service.send({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email: user.email, password },
    })
    expect(half.json()).toMatchObject({ twoFactorRedirect: true })
    const step = cookieOf(half)
    expect((await call('GET', '/me', undefined, step)).statusCode).toBe(401)
    expect((await verify(wrongTotp(totpURI, Date.now()), step)).statusCode).toBe(401)
    const whole = cookieOf(await verify(totp(totpURI, Date.now()), step))
    expect((await call('GET', '/me', undefined, whole)).statusCode).toBe(200)

    expect((await call('DELETE', `/users/${user.id}/two-factor`)).statusCode).toBe(204)
    expect((await call('GET', '/me', undefined, whole)).statusCode).toBe(401)
    const alone = await service.signIn(user.email, password)
    expect((await call('GET', '/me', undefined, alone)).statusCode).toBe(200)
  })

  it('do not get in by guessing codes, while others sign in from the same address', async () => {
    const attacked = await addUserWithSecondFactor('attacked@centre.example')
    const other = await addUserWithSecondFactor('beside@centre.example')
    const step = await service.signIn(attacked.user.email, attacked.password)
    const guess = wrongTotp(attacked.totpURI, Date.now())
    for (let attempt = 0; attempt < GUESSES; attempt++) {
      expect((await verify(guess, step)).statusCode).toBe(401)
    }
    const late = await verify(totp(attacked.totpURI, Date.now()), step)
    expect(late.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' })
    expect((await call('GET', '/me', undefined, cookieOf(late))).statusCode).toBe(401)

    const half = await service.signIn(other.user.email, other.password)
    const whole = cookieOf(await verify(totp(other.totpURI, Date.now()), half))
    expect((await call('GET', '/me', undefined, whole)).statusCode).toBe(200)
  })

  it('leave a record of each change, by whom, and never a password', async () => {
    const { user, password } = await addUser('recorded@centre.example', ['operator'])
    const cookie = await service.signIn(user.email, password)
    const newPassword = 'another four words entirely'
    await call('POST', '/me/password', { currentPassword: password, newPassword }, cookie)
    await call('POST', `/users/${user.id}/password`)
    const { records } = (await call('GET', `/audit?entityId=${user.id}`)).json<{
      records: { entity: string; action: string; actorId: string }[]
    }>()
    expect(records.map(({ entity, action, actorId }) => [entity, action, actorId])).toEqual([
      ['user_account', 'update', adminId],
      ['user_account', 'update', user.id],
      ['user_account', 'insert', adminId],
      ['users', 'insert', adminId],
    ])
    expect(JSON.stringify(records)).not.toContain('password')
  })
})
