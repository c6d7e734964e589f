import { describe, expect, it } from 'vitest'

import {
  contractDraftOf,
  EMPTY_CONTRACT,
  readContract,
} from '../../../../../client/features/working-time/contract-draft.ts'
import {
  EMPTY_SHAPE,
  readShape,
  shapeDraftOf,
} from '../../../../../client/features/working-time/shape-draft.ts'

describe('a kind of shift', () => {
  it('is read as it was written: hours, clock and offsets become minutes', () => {
    const read = readShape({ ...EMPTY_SHAPE, code: ' F8 ' })
    if (read.kind === 'refused') throw new Error(read.faults.join())
    expect(read.shape).toMatchObject({
      code: 'F8',
      spanMinutes: 540,
      startFromMinutes: 480,
      startToMinutes: 720,
      startStepMinutes: 30,
    })
    expect(read.shape.breaks[0]).toEqual({
      kind: 'rest',
      lengthMinutes: 15,
      fromMinutes: 90,
      toMinutes: 135,
    })
    expect(readShape(shapeDraftOf(read.shape))).toEqual(read)
  })

  it('says what cannot be read', () => {
    const faults = (part: Partial<typeof EMPTY_SHAPE>) => {
      const read = readShape({ ...EMPTY_SHAPE, code: 'F8', ...part })
      return read.kind === 'refused' ? read.faults : []
    }
    expect(faults({ code: 'a b' })).toEqual(['code'])
    expect(faults({ hours: '' })).toEqual(['hours'])
    expect(faults({ hours: 8.1 })).toEqual(['hours'])
    expect(faults({ from: '08:10' })).toEqual(['from'])
    expect(faults({ to: '' })).toEqual(['to'])
    expect(faults({ breaks: [{ kind: 'rest', length: 7, from: 1, to: 2 }] })).toEqual(['breaks'])
    expect(faults({ breaks: [{ kind: 'rest', length: 15, from: '', to: 2 }] })).toEqual(['breaks'])
    expect(faults({})).toEqual([])
  })
})

describe('a contract', () => {
  const draft = {
    ...EMPTY_CONTRACT,
    code: 'FT',
    name: { kk: '', ru: 'Полное', en: '' },
    shapes: ['F8'],
  }

  it('is read as it was written, with one name for all languages', () => {
    const read = readContract(draft)
    if (read.kind === 'refused') throw new Error(read.faults.join())
    expect(read.terms).toMatchObject({
      name: { kk: 'Полное', ru: 'Полное', en: 'Полное' },
      weekTargetPaidMinutes: 2400,
      dayMaxPaidMinutes: 480,
      maxConsecutiveDays: 5,
      overtimeMultiplier: 1.5,
    })
    expect(readContract(contractDraftOf(read.terms))).toEqual(read)
  })

  it('says what is missing', () => {
    const read = readContract({
      ...EMPTY_CONTRACT,
      figures: { ...EMPTY_CONTRACT.figures, maxConsecutiveDays: 1.5, weeklyRestMinutes: '' },
    })
    expect(read).toEqual({
      kind: 'refused',
      faults: ['code', 'name', 'shapes', 'weeklyRestMinutes', 'maxConsecutiveDays'],
    })
    // An hour more than a week has, and less than one day of work.
    const beyond = { ...EMPTY_CONTRACT.figures, weekMaxPaidMinutes: 169, maxConsecutiveDays: 0 }
    const refused = readContract({ ...EMPTY_CONTRACT, figures: beyond })
    expect(refused).toMatchObject({
      faults: ['code', 'name', 'shapes', 'weekMaxPaidMinutes', 'maxConsecutiveDays'],
    })
  })
})
