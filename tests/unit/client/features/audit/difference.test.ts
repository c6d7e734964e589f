import { describe, expect, it } from 'vitest'

import { difference } from '../../../../../client/features/audit/difference.ts'

describe('difference', () => {
  it('says what each field was and is', () => {
    expect(difference({ asa_target_seconds: 90 }, { asa_target_seconds: 60 })).toEqual([
      { field: 'asa_target_seconds', before: '90', after: '60' },
    ])
  })

  it('looks into texts of three languages, and takes a list as one value', () => {
    const before = { name: { ru: 'Чат', en: 'Chat' }, chat_speeds: [1, 1.6] }
    const after = { name: { ru: 'Веб-чат', en: 'Chat' }, chat_speeds: null }
    expect(difference(before, after)).toEqual([
      { field: 'name.ru', before: 'Чат', after: 'Веб-чат' },
      { field: 'chat_speeds', before: '[1,1.6]', after: null },
    ])
  })

  it('lists all that a new row has, and all that a removed one had', () => {
    expect(difference(null, { code: 'a', email: null })).toEqual([
      { field: 'code', before: null, after: 'a' },
    ])
    expect(difference({ code: 'a' }, null)).toEqual([{ field: 'code', before: 'a', after: null }])
  })

  it('finds nothing where only the time of the change is new', () => {
    expect(difference({ updated_at: '10:00' }, { updated_at: '11:00' })).toEqual([])
  })

  it('leaves out what the record says already: of which row and of which centre it is', () => {
    expect(difference(null, { id: 'a', center_id: 'b', kind: 'sick' })).toEqual([
      { field: 'kind', before: null, after: 'sick' },
    ])
  })
})
