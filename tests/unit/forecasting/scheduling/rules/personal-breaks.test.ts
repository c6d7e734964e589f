import { describe, expect, it } from 'vitest'

import type { PersonalBreaks } from '#forecasting/scheduling/instance.ts'
import { personalBreaks } from '#forecasting/scheduling/rules/personal-breaks.ts'

import { HOUR, onePerson } from './one-person.ts'

// Labour Code, art. 82(3): half an hour at least every three hours of work.
const SPREAD: PersonalBreaks = { lenMin: 30, everyMin: 180, joinedTo: 'none' }
const MEAL = { kind: 'meal', at: 210, len: 60 } as const
const own = (at: number, len = 30) => ({ kind: 'personal', at, len }) as const

/** What is found in one shift of nine hours from nine o'clock, eight of them work. */
const found = (need: PersonalBreaks | undefined, breaks: readonly ReturnType<typeof own>[]) =>
  personalBreaks.check(
    onePerson([9 * HOUR], {
      operator: need === undefined ? {} : { personalBreaks: need },
      breaks: [MEAL, ...breaks],
    }),
  )

describe('personalBreaks', () => {
  it('asks nothing of whom the law gives no breaks', () => {
    expect(found(undefined, [])).toEqual([])
  })

  it('is content with two half hours in eight hours of work', () => {
    expect(found(SPREAD, [own(150), own(360)])).toEqual([])
  })

  it('is content with exactly three hours of work without one, the meal not counted', () => {
    // 0:00–3:00, then 3:30–7:30 with an hour's meal, then 8:00–9:00.
    expect(found(SPREAD, [own(180), own(450)])).toEqual([])
  })

  it('finds a quarter of an hour too much', () => {
    expect(found(SPREAD, [own(195), own(450)])).toEqual([
      {
        atMin: 9 * HOUR,
        days: [0],
        values: { breaks: 2, lenMin: 30, everyMin: 180, joinedTo: 'none', workMin: 195 },
      },
    ])
  })

  it('finds a break that is missing, too short, or not personal', () => {
    expect(found(SPREAD, [own(150)])).toMatchObject([{ values: { workMin: 300 } }])
    expect(found(SPREAD, [own(150), own(360, 15)])).toMatchObject([{ values: { workMin: 300 } }])
    expect(found(SPREAD, [])).toMatchObject([{ values: { workMin: 480 } }])
  })

  it('asks for none in a shift of three hours', () => {
    const roster = onePerson([9 * HOUR], {
      operator: { personalBreaks: SPREAD },
      shape: { spanMin: 180, paidMin: 180 },
      breaks: [],
    })
    expect(personalBreaks.check(roster)).toEqual([])
  })

  it.each([
    ['start', 0],
    ['end', 480],
    ['meal', 270],
    ['meal', 150],
  ] as const)('is content with all of them together at the %s', (joinedTo, at) => {
    expect(found({ ...SPREAD, joinedTo }, [own(at, 60)])).toEqual([])
  })

  it.each([
    ['start', 15],
    ['end', 465],
    ['meal', 285],
  ] as const)('finds them a quarter of an hour away from the %s', (joinedTo, at) => {
    expect(found({ ...SPREAD, joinedTo }, [own(at, 60)])).toMatchObject([
      { values: { joinedTo, breaks: 2, foundMin: 0 } },
    ])
  })

  it('finds less than is due together', () => {
    expect(found({ ...SPREAD, joinedTo: 'end' }, [own(495, 45)])).toMatchObject([
      { values: { foundMin: 45 } },
    ])
  })

  it('has them at the end of a shift without a meal to join', () => {
    const roster = (at: number) =>
      onePerson([9 * HOUR], {
        operator: { personalBreaks: { ...SPREAD, joinedTo: 'meal' } },
        shape: { spanMin: 300, paidMin: 300 },
        breaks: [own(at)],
      })
    expect(personalBreaks.check(roster(270))).toEqual([])
    expect(personalBreaks.check(roster(240))).toMatchObject([{ values: { joinedTo: 'end' } }])
  })
})
