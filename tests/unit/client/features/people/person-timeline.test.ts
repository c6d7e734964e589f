import { describe, expect, it } from 'vitest'

import type { components } from '../../../../../client/api/schema.d.ts'
import { personTimeline } from '../../../../../client/features/people/person-timeline.ts'

type Card = components['schemas']['OperatorCard']

const CARD = {
  person: { hiredOn: '2025-03-01', leftOn: null },
  contracts: [
    { fromDate: '2025-03-01', contractCode: 'FT40' },
    { fromDate: '2026-01-01', contractCode: 'PT20' },
  ],
  earlierEmployments: [{ hiredOn: '2023-02-01', leftOn: '2024-05-31' }],
  competences: [
    { code: '19.1', level: 3, assessedOn: '2026-02-10', validUntil: '2027-02-09' },
    { code: '19.2', level: 2, assessedOn: '2026-02-10', validUntil: '2027-02-09' },
    { code: 'own', level: 2, assessedOn: '2026-02-10', validUntil: null },
  ],
  absences: [{ kind: 'annual', fromDate: '2026-07-01', toDate: '2026-07-14' }],
} as unknown as Card

describe('the timeline of a person', () => {
  it('has every employment, contract and absence, the newest first', () => {
    expect(personTimeline(CARD, [], []).map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      '2027-02-09 expires',
      '2026-07-01 absence',
      '2026-01-01 contract',
      '2025-03-01 hired',
      '2024-05-31 left',
      '2023-02-01 hired',
    ])
  })

  it('tells of competences that end together once', () => {
    expect(personTimeline(CARD, [], [])[0]).toMatchObject({ codes: ['19.1', '19.2'] })
  })

  it('ends a certificate on the day of its withdrawal, if there is one', () => {
    const certificate = { title: 'ISO', issuedOn: '2026-03-01', validUntil: '2027-03-01' }
    const ends = (withdrawnOn: string | null): (string | undefined)[] =>
      personTimeline({ ...CARD, competences: [] }, [], [
        { ...certificate, withdrawnOn },
      ] as never).flatMap(({ kind, date }) => (kind === 'certificateEnds' ? [date] : []))
    expect(ends(null)).toEqual(['2027-03-01'])
    expect(ends('2026-09-01')).toEqual(['2026-09-01'])
  })

  it('holds assessments with what was judged', () => {
    const assessment = {
      assessedOn: '2026-11-20',
      method: 'observation',
      status: 'agreed',
      results: [{ code: '19.2' }],
    }
    const [, entry] = personTimeline(CARD, [assessment] as never, [])
    expect(entry).toEqual({
      date: '2026-11-20',
      kind: 'assessment',
      method: 'observation',
      status: 'agreed',
      codes: ['19.2'],
    })
  })
})
