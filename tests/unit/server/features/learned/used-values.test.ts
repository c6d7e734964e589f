import { describe, expect, it } from 'vitest'

import { type Learned, usedValues } from '#server/features/learned/used-values.ts'
import type { UsedValues } from '#server/features/staffing/staffing.service.ts'

const NOT_TOLD: Learned = { value: null, low: null, high: null }
const USED: UsedValues = {
  patienceSeconds: 480,
  redialShare: null,
  shrinkagePlanned: 0.06,
  shrinkageUnplanned: 0.05,
  handleSeconds: 240,
}

function valuesOf(learned: Partial<Record<keyof UsedValues, Learned>>, used = USED) {
  const all = {
    patienceSeconds: NOT_TOLD,
    redialShare: NOT_TOLD,
    shrinkagePlanned: NOT_TOLD,
    shrinkageUnplanned: NOT_TOLD,
    handleSeconds: NOT_TOLD,
    ...learned,
  }
  const settings = { ...USED, handleSeconds: null }
  return new Map(usedValues(used, all, settings).map((value) => [value.name, value]))
}

describe('usedValues', () => {
  it('finds a difference only outside the band, and by enough to act on', () => {
    const differs = (value: number, low: number, high: number): boolean | undefined =>
      valuesOf({ patienceSeconds: { value, low, high } }).get('patienceSeconds')?.differs
    expect(differs(214, 198, 231)).toBe(true)
    // Inside a wide band, and outside a narrow one by a twentieth.
    expect(differs(214, 100, 490)).toBe(false)
    expect(differs(457, 450, 465)).toBe(false)
  })

  it('says how many people a shrinkage takes', () => {
    const far = valuesOf({ shrinkageUnplanned: { value: 0.1, low: 0.09, high: 0.11 } })
    // What is left of a shift: 0.95 then, 0.9 now.
    const expected = { differs: true, peopleFactor: 0.95 / 0.9 }
    expect(far.get('shrinkageUnplanned')).toMatchObject(expected)
    const near = valuesOf({ shrinkagePlanned: { value: 0.065, low: 0.063, high: 0.067 } })
    expect(near.get('shrinkagePlanned')).toMatchObject({ differs: false, peopleFactor: null })
  })

  it('knows that callers give up where none was supposed to', () => {
    const known = { patienceSeconds: { value: 200, low: 190, high: 210 } }
    const value = valuesOf(known, { ...USED, patienceSeconds: null }).get('patienceSeconds')
    expect(value).toMatchObject({ used: null, differs: true })
  })

  it('leaves out what was neither used nor learned, and compares no redials that were not asked for', () => {
    expect(valuesOf({}).has('redialShare')).toBe(false)
    const told = valuesOf({ redialShare: { value: 0.4, low: 0.3, high: 0.5 } })
    expect(told.get('redialShare')).toMatchObject({ used: null, differs: false })
  })

  it('compares handle times without a band, from a twentieth on', () => {
    const differs = (value: number): boolean | undefined =>
      valuesOf({ handleSeconds: { value, low: null, high: null } }).get('handleSeconds')?.differs
    expect(differs(250)).toBe(false)
    expect(differs(270)).toBe(true)
  })
})
