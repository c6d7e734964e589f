import { describe, expect, it } from 'vitest'

import type { DevelopmentStep } from '#server/features/training/development.schema.ts'
import { type Lack, trainingNeeds } from '#server/features/training/training-needs.ts'

const LACK: Lack = {
  operatorId: 'a',
  competenceCode: '19.6',
  level: 1,
  requiredLevel: 2,
  askedBy: { kind: 'profile', code: 'op' },
}
const step = (part: Partial<DevelopmentStep>): DevelopmentStep =>
  ({
    operatorId: 'a',
    competenceCode: '19.6',
    id: 's',
    status: 'planned',
    ...part,
  }) as DevelopmentStep

describe('trainingNeeds', () => {
  it('is one for a person and competence, at the highest level that is asked for', () => {
    const other: Lack = { ...LACK, requiredLevel: 4, askedBy: { kind: 'queue', code: 'voice' } }
    expect(trainingNeeds([LACK, other], [], new Map())).toMatchObject([
      { requiredLevel: 4, askedBy: [{ code: 'op' }, { code: 'voice' }], step: null },
    ])
  })

  it('is answered by a step that is done until the next assessment', () => {
    const done = step({ status: 'done', endedOn: '2026-05-01' })
    const stepAfter = (assessedOn: string) =>
      trainingNeeds([LACK], [done], new Map([['a 19.6', assessedOn]]))[0]?.step?.status
    expect(stepAfter('2026-04-30')).toBe('done')
    expect(stepAfter('2026-05-01')).toBe('done')
    expect(stepAfter('2026-05-02')).toBeUndefined()
  })

  it('is answered by an open step before one that is done, and by no cancelled one', () => {
    const done = step({ id: 'd', status: 'done', endedOn: '2026-05-01' })
    const open = step({ id: 'o' })
    expect(trainingNeeds([LACK], [done, open], new Map())[0]?.step?.id).toBe('o')
    const gone = step({ status: 'cancelled', endedOn: '2026-05-01' })
    expect(trainingNeeds([LACK], [gone], new Map())[0]?.step).toBeNull()
  })
})
