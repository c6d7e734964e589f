import { describe, expect, it } from 'vitest'

import {
  nextVerdict,
  type Policy,
  type PolicyVersion,
  readSeconds,
  versionInForce,
  withTolerance,
  withVerdict,
} from '../../../../../client/features/adherence/policy-draft.ts'

const POLICY: Policy = {
  formula: 'kezek',
  outsideShift: 'ignore',
  conformanceCredit: 'within_shift',
  judged: 'all',
  toleranceSeconds: 60,
  activities: { work: { kind: 'work' }, meal: { kind: 'pause' } },
  states: { ready: { kind: 'work' } },
  table: { meal: { ready: 'neutral' } },
}
const DRAFT = {
  policy: POLICY,
  verdicts: { work: { ready: 'in' }, meal: { ready: 'neutral' } },
} as const
const version = (number: number, validFrom: string | null): PolicyVersion => ({
  version: number,
  validFrom,
  policy: POLICY,
  note: '',
  madeBy: null,
  verdicts: {},
})

describe('a policy that is being written', () => {
  it('takes a verdict into its table and shows it', () => {
    const changed = withVerdict(DRAFT, { activity: 'work', state: 'ready' }, 'out')
    expect(changed.policy.table).toEqual({ meal: { ready: 'neutral' }, work: { ready: 'out' } })
    expect(changed.verdicts).toEqual({ work: { ready: 'out' }, meal: { ready: 'neutral' } })
    expect(DRAFT.policy.table).toEqual({ meal: { ready: 'neutral' } })
  })

  it('goes round all verdicts', () => {
    const round = ['in', 'out', 'neutral', 'unknown'].map((one) => nextVerdict(one))
    expect(round).toEqual(['out', 'neutral', 'unknown', 'in'])
  })

  it('gives an activity a tolerance of its own, and takes it away', () => {
    const own = withTolerance(DRAFT, 'meal', 120)
    expect(own.policy.activities['meal']).toEqual({ kind: 'pause', toleranceSeconds: 120 })
    expect(withTolerance(own, 'meal', null).policy.activities['meal']).toEqual({ kind: 'pause' })
  })

  it.each([
    ['', null],
    ['90', 90],
    ['-1', undefined],
    ['1.5', undefined],
    ['86401', undefined],
  ])('reads %j as %j seconds', (text, seconds) => {
    expect(readSeconds(text)).toBe(seconds)
  })
})

describe('the version in force', () => {
  it('is the last one that holds already', () => {
    const versions = [
      version(0, null),
      version(1, '2026-11-01T00:00:00Z'),
      version(2, '2026-12-01T00:00:00Z'),
    ]
    expect(versionInForce(versions, Date.parse('2026-11-25T00:00:00Z'))?.version).toBe(1)
    expect(versionInForce(versions, Date.parse('2026-10-25T00:00:00Z'))?.version).toBe(0)
  })
})
