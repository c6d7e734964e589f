import { describe, expect, it } from 'vitest'

import { readAuditSearch } from '../../../../../client/features/audit/audit-search.ts'
import { auditFilter } from '../../../../../client/features/audit/use-audit.ts'

const PERSON = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a31'

describe('readAuditSearch', () => {
  it('leaves out a person whom no record can be about', () => {
    expect(readAuditSearch({ about: 'somebody' })).toEqual({})
  })

  it('keeps what can be shown and leaves out the rest', () => {
    expect(
      readAuditSearch({
        actor: 'a',
        about: PERSON,
        entity: '',
        action: 'drop',
        from: '2026-11-01',
        to: 'soon',
      }),
    ).toEqual({ actor: 'a', about: PERSON, from: '2026-11-01' })
  })
})

describe('auditFilter', () => {
  it('begins at the midnight of the first day and ends at that after the last, on the centre’s clock', () => {
    const search = { from: '2026-11-01', to: '2026-11-01' }
    expect(auditFilter(search, 'Asia/Almaty')).toEqual({
      from: '2026-10-31T19:00:00.000Z',
      to: '2026-11-01T19:00:00.000Z',
    })
  })

  it('gives 29 February 2024 of Almaty its 25 hours', () => {
    const search = { from: '2024-02-29', to: '2024-02-29' }
    const { from = '', to = '' } = auditFilter(search, 'Asia/Almaty')
    expect((Date.parse(to) - Date.parse(from)) / 3_600_000).toBe(25)
  })
})
