import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readPlanFile } from '#server/commands/plan-file.ts'
import { searchOnce } from '#server/commands/search-once.ts'

import { fixture } from '../../forecasting/scheduling/fixture.ts'

const instance = fixture('cc-010-w1-a')
const request = { instance, wait: undefined, seed: 1, iterations: 5_000, limitSeconds: undefined }

describe('readPlanFile', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kezek-plan-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('reads a schedule that was ended early, from which a search never gets worse', async () => {
    const stopped = searchOnce({ ...request, cancelled: Int32Array.of(1) })
    const file = path.join(folder, 'stopped.json')
    await writeFile(file, JSON.stringify(stopped.schedule))
    const from = await readPlanFile(file, instance)
    expect(from).toEqual(stopped.schedule)
    const resumed = searchOnce({ ...request, from, cancelled: new Int32Array(1) })
    expect(resumed.rank[1]).toBeLessThan(stopped.rank[1])
  })

  it('names who breaks which rule, and refuses another form', async () => {
    const { schedule } = searchOnce({ ...request, cancelled: new Int32Array(1) })
    const onLeave = instance.operators.map((operator) => ({ ...operator, leaveDays: [2] }))
    const file = path.join(folder, 'plan.json')
    await writeFile(file, JSON.stringify(schedule))
    await expect(readPlanFile(file, { ...instance, operators: onLeave })).rejects.toThrow(
      /rules of the problem: op\d+ breaks R12 on days 2/,
    )
    await writeFile(file, '{ "format": "wfm-schedule/2", "instance": "x", "shifts": [] }')
    await expect(readPlanFile(file, instance)).rejects.toThrow(/go on from: format/)
  })
})
