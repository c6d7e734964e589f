import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { annealRosters } from '#forecasting/scheduling/nrp/anneal-rosters.ts'
import { checkNrp } from '#forecasting/scheduling/nrp/check-nrp.ts'
import { drawNrpMove } from '#forecasting/scheduling/nrp/draw-nrp-move.ts'
import type { NrpInstance } from '#forecasting/scheduling/nrp/nrp-instance.ts'
import { NrpState } from '#forecasting/scheduling/nrp/nrp-state.ts'
import { nrpTables } from '#forecasting/scheduling/nrp/nrp-tables.ts'
import { readNrp } from '#forecasting/scheduling/nrp/read-nrp.ts'

// Two people, two shifts, two weeks; made up here in the benchmark's format.
const TEXT = `# made up
SECTION_HORIZON
14

SECTION_SHIFTS
E,480,
L,480,E

SECTION_STAFF
A,E=14|L=14,4800,3840,5,2,2,1
B,E=14|L=0,4800,3840,5,2,2,1

SECTION_DAYS_OFF
A,0
B,5

SECTION_SHIFT_ON_REQUESTS
A,2,L,2

SECTION_SHIFT_OFF_REQUESTS
B,3,E,3

SECTION_COVER
2,L,1,100,1
3,E,1,100,1
4,E,1,100,1
`

function instance(text = TEXT): NrpInstance {
  const reading = readNrp(text)
  if (reading.kind === 'refused') throw new Error(reading.problems.join(', '))
  return reading.instance
}

const roster = (...rows: string[]): Int8Array =>
  Int8Array.from(rows.join('').split(''), (letter) => '.EL'.indexOf(letter) - 1)

describe('readNrp', () => {
  it('reads people, shifts and what may not follow', () => {
    const { days, shifts, staff, requests, cover } = instance()
    expect(days).toBe(14)
    expect(shifts[1]).toEqual({ id: 'L', minutes: 480, forbiddenNext: [0] })
    expect(staff[1]).toMatchObject({ id: 'B', maxShifts: [14, 0], maxMinutes: 4800, daysOff: [5] })
    expect(requests[1]).toEqual({ person: 1, day: 3, shift: 0, wants: false, weight: 3 })
    expect(cover).toHaveLength(3)
  })

  it.each([
    ['an unknown shift', TEXT.replace('A,2,L,2', 'A,2,X,2'), '"A,2,X,2": "X" is unknown'],
    ['a day after the end', TEXT.replace('A,2,L,2', 'A,14,L,2'), 'day 14 is not in 0..13'],
    ['a day off after the end', TEXT.replace('A,0\n', 'A,0,14\n'), 'day 14 is not in 0..13'],
    ['days off of nobody', TEXT.replace('B,5\n', 'C,5\n'), '"C" is unknown'],
    ['a missing section', TEXT.replace('SECTION_COVER', 'SECTION_X'), 'SECTION_COVER is missing'],
  ])('refuses %s', (_what, text, message) => {
    const reading = readNrp(text)
    expect(reading.kind === 'refused' && reading.problems.join()).toContain(message)
  })
})

describe('checkNrp', () => {
  const A = '..LLL..EEEEE..'
  const B = 'EEEE...EEEE...'

  it('finds nothing in a roster that keeps every rule, and adds up what is missing', () => {
    // Granted: A's late on day 2. Not: B's day 3. Missing: nobody on day 2 and 3, one early on day 4.
    expect(checkNrp(instance(), roster(A, B))).toEqual({ breaches: [], penalty: 3 + 100 })
  })

  it.each([
    ['a day off', 'E.LLL..EEEEE..', 'works on a day off'],
    ['a forbidden succession', '..LLE..EEEEE..', 'a forbidden succession on day 4'],
    ['a run too long', '..LLL.EEEEEE..', 'a run of 6 days from day 6'],
    ['a run too short', '..L..EEEEE..EE', 'a run of 1 days from day 2'],
    ['too few days off', '..LLL.EEEEE...', 'a run of 1 days off from day 5'],
    ['too few minutes', '..LLL...EEEE..', 'too few minutes'],
    ['too many minutes', '.LLLLL..LLLLLL', 'too many minutes'],
    ['too many weekends', '..LLLL...LLLLL', 'too many weekends'],
  ])('knows %s', (_what, row, text) => {
    expect(checkNrp(instance(), roster(row, B)).breaches.join()).toContain(text)
  })

  it('lets a run or days off at an end of the horizon go on outside', () => {
    expect(checkNrp(instance(), roster('.LLLLL..LLLL..', B)).breaches).toEqual([])
  })

  it('counts a shift that a person may not work', () => {
    expect(checkNrp(instance(), roster(A, 'LLLL...EEEE...')).breaches).toContain('B: too many L')
  })
})

describe('the search', () => {
  it('keeps the cost that a recount finds, through moves taken and rejected', () => {
    const made = instance()
    const state = new NrpState(nrpTables(made))
    const random = mulberry32(3)
    const priced = (): number => state.cost + state.breaches * state.breachPrice
    let total = priced()
    for (let move = 0; move < 3000; move++) {
      if (!drawNrpMove(state, random)) continue
      const delta = state.propose()
      if (random() < 0.5) {
        state.accept()
        total += delta
      } else state.reject()
    }
    expect(priced()).toBeCloseTo(total, 6)
    const { penalty, breaches } = checkNrp(made, state.roster)
    expect(state.cost).toBeCloseTo(penalty, 6)
    expect(state.breaches > 0).toBe(breaches.length > 0)
    expect(state.recount()).toBeCloseTo(penalty, 6)
  })

  it('finds a roster that keeps every rule and covers the most', () => {
    const made = instance()
    const options = { seed: 1, iterations: 60_000, shouldStop: () => false }
    const { roster: found, isFeasible } = annealRosters(nrpTables(made), options)
    expect(isFeasible).toBe(true)
    // B's wish for day 3 is dearer than nothing, and A can work L, then E is barred: someone must.
    expect(checkNrp(made, found)).toMatchObject({ breaches: [] })
    expect(checkNrp(made, found).penalty).toBeLessThanOrEqual(3)
  })

  it('finds the same for the same seed', () => {
    const options = { seed: 5, iterations: 20_000, shouldStop: () => false }
    const tables = nrpTables(instance())
    expect(annealRosters(tables, options)).toEqual(annealRosters(tables, options))
  })
})
