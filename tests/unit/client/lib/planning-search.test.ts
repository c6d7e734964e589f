import { describe, expect, it } from 'vitest'

import { readPlanningSearch } from '../../../../client/lib/planning-search.ts'

describe('readPlanningSearch', () => {
  it('keeps what an address of the page may say', () => {
    const search = {
      queue: 'calls',
      week: '2026-12-07',
      version: 3,
      view: 'day',
      band: 95,
      compare: true,
      against: 2,
      shift: 'a1',
      remake: '2026-12-09',
    }
    expect(readPlanningSearch(search)).toEqual(search)
  })

  it('leaves out what it does not understand, so that an old link still opens', () => {
    const odd = {
      queue: 7,
      week: 'soon',
      version: 1.5,
      view: 'year',
      band: 80,
      compare: 'yes',
      against: 'two',
      shift: 1,
      remake: 'tomorrow',
      x: 1,
    }
    expect(readPlanningSearch(odd)).toEqual({})
  })
})
