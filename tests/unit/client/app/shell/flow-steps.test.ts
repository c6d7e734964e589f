import { describe, expect, it } from 'vitest'

import { flowSteps, type MadeSoFar } from '../../../../../client/app/shell/flow-steps.ts'

const requirement = {
  id: 'r1',
  version: 1,
  fromDate: '2026-12-07',
  toDate: '2027-01-04',
  staleBecause: [],
}
const schedule = {
  requirementId: 'r1',
  version: 1,
  fromDate: '2026-12-07',
  days: 7,
  status: 'draft',
} as const
const made: MadeSoFar = {
  imports: [{ id: 'i' }],
  forecasts: [{ stale: false }],
  requirements: [requirement],
  schedules: [schedule],
}
const states = (part: Partial<MadeSoFar>) =>
  Object.fromEntries(flowSteps({ ...made, ...part }).map(({ stage, state }) => [stage, state]))

describe('flowSteps', () => {
  it('says what is up to date, and that a draft waits for somebody', () => {
    expect(states({})).toEqual({
      history: 'upToDate',
      forecast: 'upToDate',
      requirement: 'upToDate',
      schedule: 'needsYou',
    })
  })

  it('says what has not begun', () => {
    const nothing = { imports: [], forecasts: [], requirements: [], schedules: [] }
    expect(new Set(Object.values(states(nothing)))).toEqual(new Set(['notStarted']))
  })

  it('leaves out what is not known yet', () => {
    expect(states({ forecasts: undefined, requirements: undefined })).toEqual({
      history: 'upToDate',
    })
  })

  it('calls a schedule stale once a newer requirement covers its days, and only then', () => {
    const newer = { ...requirement, id: 'r2', version: 2 }
    expect(states({ requirements: [newer, requirement] })['schedule']).toBe('stale')
    const elsewhere = { ...newer, fromDate: '2027-01-04', toDate: '2027-02-01' }
    expect(states({ requirements: [elsewhere, requirement] })['schedule']).toBe('needsYou')
  })

  it('asks nothing more of what is published', () => {
    expect(states({ schedules: [{ ...schedule, status: 'published' }] })['schedule']).toBe(
      'upToDate',
    )
  })
})
