import { describe, expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import {
  awayIn,
  leaversBefore,
  normHours,
  skillsOf,
  weighPeople,
} from '#server/features/head-count/present-people.ts'

const id = (text: string): OperatorId => text as OperatorId
const date = (text: string): LocalDate => text as LocalDate
const skills = [{ code: 'kk', level: 3, queueCodes: ['q'] }]
/** One full-time who can, one half-time who nearly can. */
const staff = {
  skills,
  people: [
    { id: id('a'), weekMinutes: 2400, leftOn: date('2027-01-31') },
    { id: id('b'), weekMinutes: 1200, leftOn: null },
  ],
  levels: new Map([
    [id('a'), new Map([['kk', 3]])],
    [id('b'), new Map([['kk', 2]])],
  ]),
}

describe('people as full-time equivalents', () => {
  it('counts halves, and a skill only from its level on', () => {
    expect(weighPeople(staff, () => 1)).toEqual({ all: 1.5, bySkill: [1] })
  })

  it('counts who left on the last day of a month from the next month on', () => {
    expect(leaversBefore(staff, '2027-01').all).toBe(0)
    expect(leaversBefore(staff, '2027-02')).toEqual({ all: 1, bySkill: [1] })
  })

  it('counts long leave by the days of the month, and not of who has left', () => {
    const span = (from: string, to: string) => [{ fromDate: date(from), toDate: date(to) }]
    const absences = new Map([
      [id('a'), span('2027-01-01', '2027-12-31')],
      // 14 of the 28 days of February.
      [id('b'), span('2027-02-15', '2027-06-01')],
    ])
    expect(awayIn(staff, absences, '2027-01').all).toBe(1)
    expect(awayIn(staff, absences, '2027-02')).toEqual({ all: 0.25, bySkill: [0] })
  })
})

describe('skillsOf', () => {
  it('names each pair of competence and level once, with the queues that ask for it', () => {
    const needs = (code: string, ...levels: number[]) => ({
      code,
      competences: levels.map((minLevel) => ({ code: 'kk', minLevel })),
    })
    expect(skillsOf([needs('one', 3), needs('two', 3), needs('three', 2)])).toEqual([
      { code: 'kk', level: 2, queueCodes: ['three'] },
      { code: 'kk', level: 3, queueCodes: ['one', 'two'] },
    ])
  })
})

describe('normHours', () => {
  it('counts working days of the five-day week, eight hours each', () => {
    // Production calendar: February 2027 begins on a Monday and has four whole weeks.
    expect(normHours('2027-02', new Set(), new Set())).toBe(160)
    // A Monday off, and a Saturday worked in its place.
    expect(normHours('2027-02', new Set(['2027-02-08']), new Set())).toBe(152)
    expect(normHours('2027-02', new Set(['2027-02-08']), new Set(['2027-02-06']))).toBe(160)
  })
})
