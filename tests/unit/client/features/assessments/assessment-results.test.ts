import { expect, it } from 'vitest'

import { changedResults } from '../../../../../client/features/assessments/assessment-results.tsx'

const RESULTS = [
  { code: '19.2', level: 2, evidence: 'Разговор 14.11' },
  { code: '19.6', level: 4, evidence: '' },
]

it('sends no results where a decision changes no level', () => {
  expect(changedResults(RESULTS, {})).toBeNull()
  expect(changedResults(RESULTS, { '19.2': 2 })).toBeNull()
})

it('sends every result once a level is another, for what is sent replaces what was found', () => {
  expect(changedResults(RESULTS, { '19.2': 3 })).toEqual([
    { code: '19.2', level: 3, evidence: 'Разговор 14.11' },
    { code: '19.6', level: 4, evidence: '' },
  ])
})
