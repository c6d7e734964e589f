import { describe, expect, it } from 'vitest'

import { staleStages } from '../../../../client/lib/stale-stages.ts'

const fresh = { id: 'new', staleBecause: [] }
const old = { id: 'old', staleBecause: ['settings' as const] }

describe('staleStages', () => {
  it('says nothing of what is not known or not made', () => {
    const nothing = { forecasts: undefined, requirements: undefined, schedules: undefined }
    expect(staleStages(nothing)).toEqual([])
    expect(staleStages({ forecasts: [], requirements: [], schedules: [] })).toEqual([])
  })

  it('names what was made last and stands no more, in the order of the work', () => {
    const made = { forecasts: [{ stale: true }], schedules: [{ requirementId: 'old' }] }
    expect(staleStages({ ...made, requirements: [old, fresh] })).toEqual([
      'forecast',
      'requirement',
      'schedule',
    ])
  })

  it('judges a schedule by the requirement that it answers', () => {
    const made = { forecasts: [{ stale: false }], requirements: [fresh, old] }
    expect(staleStages({ ...made, schedules: [{ requirementId: 'old' }] })).toEqual(['schedule'])
    expect(staleStages({ ...made, schedules: [{ requirementId: 'new' }] })).toEqual([])
  })
})
