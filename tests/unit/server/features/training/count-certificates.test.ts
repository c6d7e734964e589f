import { describe, expect, it } from 'vitest'

import type { Certificate } from '#server/features/training/certificates.schema.ts'
import { countCertificates } from '#server/features/training/count-certificates.ts'

const BASE: Certificate = {
  id: '',
  holder: 'person',
  operatorId: null,
  holderName: 'А',
  manager: true,
  kind: 'certification',
  title: '',
  number: '1',
  issuedBy: '',
  issuedOn: '2026-01-10',
  validUntil: '2026-06-30',
  sessionId: null,
  withdrawnOn: null,
}

describe('countCertificates', () => {
  it.each([
    ['2026-01-09', 0],
    ['2026-01-10', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 0],
  ])('counts a manager from the day of issue to the last day: %s', (on, managers) => {
    expect(countCertificates([BASE], on).managers).toBe(managers)
  })

  it('counts a person with two certificates once, and no withdrawn one', () => {
    const other = { ...BASE, number: '2' }
    const gone = { ...BASE, holderName: 'Б', withdrawnOn: '2026-02-01' }
    expect(countCertificates([BASE, other, gone], '2026-03-01').managers).toBe(1)
  })

  it('keeps courses and people who manage nothing out of row 24, and people out of row 23', () => {
    const list: Certificate[] = [
      { ...BASE, kind: 'course' },
      { ...BASE, manager: false },
      { ...BASE, holder: 'centre', manager: false, holderName: 'Центр' },
    ]
    const { ofCentre, managers } = countCertificates(list, '2026-03-01')
    expect(managers).toBe(0)
    expect(ofCentre.map(({ holderName }) => holderName)).toEqual(['Центр'])
  })
})
