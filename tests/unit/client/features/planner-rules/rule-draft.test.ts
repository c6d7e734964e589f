import { describe, expect, it } from 'vitest'

import {
  draftOf,
  emptyDraft,
  readRule,
  RULE_KINDS,
  type RuleDraft,
} from '../../../../../client/features/planner-rules/rule-draft.ts'

const whole: RuleDraft = {
  ...emptyDraft('2026-12-01'),
  name: ' Senior at night ',
  shapes: ['D9'],
  first: ['N12'],
  next: ['D9'],
  cycle: [['D9'], ['N12']],
  otherId: 'b',
  operatorIds: ['a'],
}

describe('a rule in the form', () => {
  it.each(RULE_KINDS)('of kind %s is read, written and read again as the same', (kind) => {
    const read = readRule({ ...whole, kind })
    if (read.kind !== 'ready') throw new Error(read.faults.join())
    expect(read.rule).toMatchObject({ name: 'Senior at night', definition: { kind } })
    expect(readRule(draftOf(read.rule))).toEqual(read)
  })

  it('leaves out every day of the week, and limits that are not given', () => {
    const read = readRule(whole)
    expect(read.kind === 'ready' && read.rule.definition).toEqual({
      kind: 'people_on_shift',
      for: { operatorIds: ['a'] },
      fromMin: 1320,
      toMin: 360,
      minOverlapMin: 240,
      min: 1,
    })
  })

  it('keeps the sites of places, and that those at home take none', () => {
    const seats = { ...whole, operatorIds: [], sites: ['A'], isOffice: true, min: null, max: 34 }
    const read = readRule(seats)
    expect(read.kind === 'ready' && read.rule.definition).toMatchObject({
      for: { sites: ['A'] },
      place: 'office',
      max: 34,
    })
    expect(read.kind === 'ready' && readRule(draftOf(read.rule))).toEqual(read)
  })

  it.each([
    ['name', { name: ' ' }],
    ['limits', { min: null, max: null }],
    ['limits', { min: 3, max: 2 }],
    ['shapes', { kind: 'rotation', cycle: [['D9'], []] }],
    ['other', { kind: 'works_with', otherId: '' }],
    ['dates', { validTo: '2026-11-30' }],
  ] as const)('says that %s is missing or wrong', (fault, part) => {
    expect(readRule({ ...whole, ...part })).toEqual({ kind: 'refused', faults: [fault] })
  })
})
