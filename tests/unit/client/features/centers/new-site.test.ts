import { describe, expect, it } from 'vitest'

import { readSite } from '../../../../../client/features/centers/new-site.ts'

const range = { min: 0, max: 100 }
const draft = { code: 'north', name: { kk: '', ru: 'Север', en: '' }, workplaces: 12 }

describe('readSite', () => {
  it('names the site in three languages by the one that was given', () => {
    expect(readSite(draft, range)).toEqual({
      kind: 'ready',
      site: { code: 'north', name: { kk: 'Север', ru: 'Север', en: 'Север' }, workplaces: 12 },
    })
  })

  it('names each field that is wrong', () => {
    const wrong = { code: 'север', name: { kk: '', ru: ' ', en: '' }, workplaces: '' }
    expect(readSite(wrong, range)).toEqual({
      kind: 'refused',
      faults: ['code', 'name', 'workplaces'],
    })
    expect(readSite({ ...draft, workplaces: 101 }, range)).toMatchObject({
      faults: ['workplaces'],
    })
    expect(readSite({ ...draft, workplaces: 1.5 }, range)).toMatchObject({
      faults: ['workplaces'],
    })
  })
})
