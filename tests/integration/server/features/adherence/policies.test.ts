import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { KEZEK_POLICY } from '#server/features/adherence/policy-presets.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addPeople, publishShifts } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS

describe.each(DATABASES)('policies of adherence, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  // Noon in Almaty of the day before.
  const noonMs = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS + 7 * 60 * MINUTE_MS
  const at = (minutes: number): Date => new Date(noonMs + minutes * MINUTE_MS)
  const date = localDateOf(noonMs as EpochMs, 'Asia/Almaty')
  const to = localDateOf((noonMs + DAY_MS) as EpochMs, 'Asia/Almaty')

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    const people = await addPeople(connection, scope, 2)
    service = await testApp(connection, scope)
    await publishShifts(connection, scope, {
      fromDate: mondayOf(date),
      publishedAt: at(-10_000),
      shifts: people.map((operatorId) => ({ operatorId, startsAt: at(-120), endsAt: at(120) })),
    })
    const feed = await call('POST', '/feeds', { code: 'pbx', kind: 'http' }, 'admin')
    // The first comes an hour late, the second is in coaching for an hour.
    await service.app.inject({
      method: 'POST',
      url: '/api/v1/feeds/events',
      headers: { authorization: `Bearer ${feed.json().key}` },
      payload: {
        key: 'day',
        events: [
          { agent: '1001', state: 'logged_off', at: at(-180).toISOString() },
          { agent: '1001', state: 'ready', at: at(-60).toISOString() },
          { agent: '1002', state: 'ready', at: at(-180).toISOString() },
          { agent: '1002', state: 'coaching', at: at(60).toISOString() },
          { agent: '1001', state: 'logged_off', at: at(120).toISOString() },
          { agent: '1002', state: 'logged_off', at: at(120).toISOString() },
        ],
      },
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('planner', () => service)
  const coachingIsWork = {
    ...KEZEK_POLICY,
    table: { ...KEZEK_POLICY.table, work: { technical: 'neutral', coaching: 'in' } },
  }

  it('come with ours first, and with the definitions of other systems to start from', async () => {
    const { policies, presets } = (
      await call('GET', '/adherence/policies', undefined, 'operator')
    ).json()
    expect(policies).toHaveLength(1)
    expect(policies[0].verdicts.work).toMatchObject({
      ready: 'in',
      meal: 'out',
      no_data: 'unknown',
    })
    expect(presets.map(({ note }: { note: string }) => note)).toEqual([
      'kezek',
      'genesys',
      'calabrio',
      'amazon_nice',
      'servicenow',
    ])
  })

  it('are tried on a past day before they hold, and nothing is stored', async () => {
    const trial = { policy: coachingIsWork, from: date, to }
    const { before, after, people, verdicts } = (
      await call('POST', '/adherence/policies/preview', trial)
    ).json()
    // Six of eight hours, then seven: only the second person's figure changes.
    expect(before.adherence).toBeCloseTo(0.75, 9)
    expect(after.adherence).toBeCloseTo(0.875, 9)
    expect(people).toMatchObject([{ name: 'Person 2', before: 0.75, after: 1 }])
    expect(verdicts.work.coaching).toBe('in')
    const stored = (await call('GET', '/adherence/policies')).json()
    expect(stored.policies).toHaveLength(1)
  })

  it('judge the past again under any version, and leave each day its own', async () => {
    const made = await call('POST', '/adherence/policies', {
      policy: coachingIsWork,
      note: 'Agreed',
    })
    expect(made.json()).toMatchObject({ version: 1, note: 'Agreed' })
    expect(made.json().verdicts.work.coaching).toBe('in')
    const own = (await call('GET', `/adherence?from=${date}&to=${to}`)).json()
    const again = (await call('GET', `/adherence?from=${date}&to=${to}&policyVersion=1`)).json()
    expect([own.adherence, again.adherence]).toEqual([0.75, 0.875])
    expect([own.policyVersions, again.policyVersions]).toEqual([[0], [1]])
  })

  it('refuse a table of what they do not have, too long a time, and whoever may not', async () => {
    const strange = { ...KEZEK_POLICY, table: { siesta: { ready: 'in' } } }
    const preview = (trial: object, role = 'planner') =>
      call('POST', '/adherence/policies/preview', trial, role)
    const refused = await preview({ policy: strange, from: date, to })
    expect(refused.json().type).toBe('/problems/policy-refused')
    const long = { policy: KEZEK_POLICY, from: '2026-01-01', to: '2026-06-01' }
    expect((await preview(long)).statusCode).toBe(400)
    expect((await preview({ policy: KEZEK_POLICY, from: to, to })).json().type).toBe(
      '/problems/interval-empty',
    )
    expect((await preview({ policy: KEZEK_POLICY, from: date, to }, 'operator')).statusCode).toBe(
      403,
    )
    expect((await call('POST', '/adherence/policies', {}, 'supervisor')).statusCode).toBe(403)
  })
})
