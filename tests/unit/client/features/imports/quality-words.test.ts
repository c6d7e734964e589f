import { describe, expect, it } from 'vitest'

import {
  actionsFor,
  actionText,
  stateText,
} from '../../../../../client/features/imports/quality-words.ts'
import { createFormat } from '../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('en')
const words = { t, format: createFormat('en', 'Asia/Almaty', t) }

const FINDING = {
  finding: 'gap' as const,
  from: '2026-02-11T06:00:00.000Z',
  to: '2026-02-11T08:00:00.000Z',
  came: 0,
  usual: 200,
  factor: null,
  decisionId: null,
}
const DECISION = {
  id: 'd1',
  queueId: 'q1',
  from: FINDING.from,
  to: FINDING.to,
  finding: 'gap' as const,
  action: 'replace' as const,
  contacts: 1500,
  reason: 'Counted by hand',
  active: true,
  madeBy: 'Planner',
  madeAt: FINDING.to,
}

describe('actionsFor', () => {
  it('lets a change of level only last or pass', () => {
    expect(actionsFor({ finding: 'shift' })).toEqual(['keep', 'drop'])
    expect(actionsFor({ finding: 'outlier' })).toHaveLength(4)
  })
})

describe('actionText', () => {
  it('says the number that was put in place', () => {
    expect(actionText(DECISION, words)).toBe('Put another number: 1,500')
    expect(actionText({ ...DECISION, contacts: null }, words)).toBe('Put another number')
  })

  it('says of a change of level whether it lasts', () => {
    const shift = { finding: 'shift' as const, contacts: null }
    expect(actionText({ ...shift, action: 'keep' }, words)).toBe('It lasts')
    expect(actionText({ ...shift, action: 'drop' }, words)).toBe('It will pass')
  })
})

describe('stateText', () => {
  it('says what the forecast does by itself until somebody decides', () => {
    expect(stateText(FINDING, [], words)).toBe('not decided: leaves it unknown')
    expect(stateText({ ...FINDING, decisionId: 'd1' }, [DECISION], words)).toBe(
      'Put another number: 1,500',
    )
  })
})
