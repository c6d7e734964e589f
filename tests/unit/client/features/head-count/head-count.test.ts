import { describe, expect, it } from 'vitest'

import { headCountAnswer } from '../../../../../client/features/head-count/head-count-headline.ts'
import {
  type HeadCountPlan,
  headCountRows,
  skillSums,
} from '../../../../../client/features/head-count/head-count-rows.ts'
import { readHeadCountSearch } from '../../../../../client/features/head-count/head-count-search.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const line = { needed: 10, without: 9, with: 10, short: 0 }
const month = (name: string, part: object = {}) => ({
  month: name,
  contacts: 100,
  hoursPerPerson: 160,
  ...line,
  hire: 0,
  arrive: 0,
  skills: [{ ...line, needed: 4, train: 0 }],
  ...part,
})
const PLAN = {
  skills: [{ code: 'kk', level: 3, queueCodes: ['q'], today: 5 }],
  months: [
    month('2027-01', { short: 2, hire: 3, skills: [{ ...line, needed: 6, short: 1, train: 2 }] }),
    month('2027-02'),
  ],
} as unknown as HeadCountPlan
const words = { t: translatorOf('ru'), monthName: (name: string) => name }

describe('head count', () => {
  it('answers with the worst month, and what has to be begun', () => {
    expect(headCountAnswer(PLAN, words)).toEqual({
      text: 'Нет: 2027-01, не хватит 2 человек. Нанять 3 человек, первый набор: 2027-01. Обучить: 2.',
      tone: 'under',
    })
    expect(headCountAnswer({ months: [month('2027-02')] }, words)).toEqual({
      text: 'Да, хватит.',
      tone: 'covered',
    })
  })

  it('shows everybody with those to hire, one competence with those to train', () => {
    expect(headCountRows(PLAN, undefined)[0]).toMatchObject({ needed: 10, begin: 3 })
    expect(headCountRows(PLAN, 'kk 3')[0]).toMatchObject({ needed: 6, begin: 2 })
    expect(headCountRows(PLAN, 'none 1')[0]).toMatchObject({ needed: 10, begin: 3 })
  })

  it('sums a competence over the months', () => {
    expect(skillSums(PLAN)).toMatchObject([{ mostNeeded: 6, firstShort: '2027-01', train: 2 }])
  })

  it('reads only what makes sense from an address', () => {
    expect(
      readHeadCountSearch({
        growthPercent: 10,
        attritionPercent: 95,
        hiringMonths: '3',
        skill: '',
      }),
    ).toEqual({ growthPercent: 10 })
  })
})
