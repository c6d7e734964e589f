import { describe, expect, it } from 'vitest'

import { resultsOf } from '../../../../../client/components/judgement-line/judgement.ts'
import { draftFaults } from '../../../../../client/features/assessments/assessment-draft.ts'
import {
  ableCount,
  endingMonths,
  filterRows,
  type Matrix,
  matrixRows,
  shortCode,
  stateCounts,
  stateOf,
} from '../../../../../client/features/assessments/matrix-model.ts'
import { planAnswer } from '../../../../../client/features/assessments/plan-headline.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const TODAY = '2026-11-25'
const person = (id: string, siteCode: string) => ({
  id,
  fullName: `Человек ${id}`,
  siteCode,
  teamCode: null,
})
const cell = (operator: number, competence: number, level: number, validUntil: string | null) => ({
  operator,
  competence,
  level,
  assessedOn: '2026-01-01',
  validUntil,
})
const MATRIX: Matrix = {
  today: TODAY,
  competences: ['19.1', 'language.kk'],
  operators: [person('1', 'A'), person('2', 'B')],
  cells: [cell(0, 0, 3, '2027-01-01'), cell(0, 1, 5, '2026-11-24'), cell(1, 1, 2, '2026-12-25')],
}
const rows = matrixRows(MATRIX)
const ANY = { search: '', site: '', team: '', month: '', state: '' } as const

describe('the heat map', () => {
  it.each([
    [null, 'valid'],
    ['2026-11-24', 'expired'],
    ['2026-11-25', 'due'],
    // 30 days on: 25 November + 30 days = 25 December.
    ['2026-12-25', 'due'],
    ['2026-12-26', 'valid'],
  ])('calls what holds until %s %s', (validUntil, state) => {
    expect(stateOf(validUntil, TODAY)).toBe(state)
  })

  it('puts every cell in its place, and leaves the others empty', () => {
    expect(rows[0]?.cells.map((one) => one?.state)).toEqual(['valid', 'expired'])
    expect(rows[1]?.cells[0]).toBeNull()
    expect(stateCounts(rows)).toEqual({ expired: 1, due: 1, valid: 1, missing: 1 })
  })

  it('counts as able who works alone today: level 3, and valid', () => {
    expect([0, 1].map((at) => ableCount(rows, at))).toEqual([1, 0])
  })

  it.each([
    [{ site: 'B' }, ['2']],
    [{ state: 'expired' as const }, ['1']],
    [{ state: 'missing' as const }, ['2']],
    [{ search: ' ЧЕЛОВЕК 1' }, ['1']],
  ])('is narrowed down by %j', (part, ids) => {
    expect(filterRows(rows, { ...ANY, ...part }).map(({ id }) => id)).toEqual(ids)
  })

  it('names the months in which something ends, and finds who is touched', () => {
    expect(endingMonths(rows)).toEqual(['2026-11', '2026-12', '2027-01'])
    const found = (part: Partial<Parameters<typeof filterRows>[1]>) =>
      filterRows(rows, { ...ANY, ...part }).map(({ id }) => id)
    expect(found({ month: '2026-12' })).toEqual(['2'])
    // One cell has to be both: what expired in November, not what is expired beside what ends then.
    expect(found({ month: '2026-11', state: 'expired' })).toEqual(['1'])
    expect(found({ month: '2027-01', state: 'expired' })).toEqual([])
  })

  it('heads columns shortly', () => {
    expect(['19.1', 'language.kk', 'own'].map(shortCode)).toEqual(['19.1', 'kk', 'own'])
  })

  it('makes rows of a thousand people by thirty competences, each cell once', () => {
    const operators = Array.from({ length: 1000 }, (_, at) => person(String(at), 'A'))
    const competences = Array.from({ length: 30 }, (_, at) => `c.${at}`)
    const cells = operators.flatMap((_, one) =>
      competences.map((_code, at) => cell(one, at, 3, null)),
    )
    const many = matrixRows({ today: TODAY, operators, competences, cells })
    expect(stateCounts(many)).toEqual({ expired: 0, due: 0, valid: 30_000, missing: 0 })
  })
})

describe('a draft of an assessment', () => {
  const draft = {
    operatorId: 'a',
    method: 'test' as const,
    assessedOn: TODAY,
    evidence: 'Тест',
    judgements: {
      '19.1': { level: '3', evidence: ' да ' },
      '19.2': { level: '', evidence: 'нет' },
    },
  }

  it('sends what was judged, and nothing else', () => {
    expect(resultsOf(draft.judgements)).toEqual([{ code: '19.1', level: 3, evidence: 'да' }])
    expect(draftFaults(draft)).toEqual([])
  })

  it('names what is missing', () => {
    const empty = { ...draft, operatorId: '', assessedOn: '', evidence: ' ', judgements: {} }
    expect(draftFaults(empty)).toEqual(['operatorId', 'assessedOn', 'evidence', 'judgements'])
  })
})

describe('the answer of the plan', () => {
  const t = translatorOf('ru')
  const format = { percent: (ratio: number) => `${ratio * 100} %` }
  const year = { year: 2026, operators: 4, assessed: 3 }
  const one = (urgency: 'overdue' | 'later') => ({
    operatorId: 'a',
    fullName: 'А',
    personnelNumber: '1',
    siteCode: 'A',
    teamCode: null,
    lastOn: null,
    dueOn: TODAY,
    urgency,
    missing: [],
  })

  it.each([
    [[one('later')], 'Да. В 2026 году оценены 3 из 4 операторов, 75 %.', 'covered'],
    [
      [one('overdue')],
      'Нет: просрочено у 1 человека. В 2026 году оценены 3 из 4 операторов, 75 %.',
      'law',
    ],
    [[], 'Оценивать некого', 'unknown'],
  ])('says who is late and what share the auditor may count: %#', (people, text, tone) => {
    expect(planAnswer({ people, year }, t, format)).toEqual({ text, tone })
  })
})
