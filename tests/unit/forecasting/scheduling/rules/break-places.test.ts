import { describe, expect, it } from 'vitest'

import { breakPlaces } from '#forecasting/scheduling/rules/break-places.ts'

import { HOUR, onePerson } from './one-person.ts'

describe('breakPlaces', () => {
  it('is content with every break in its window', () => {
    expect(breakPlaces.check(onePerson([9 * HOUR]))).toEqual([])
  })

  it('is content with breaks at the ends of their windows', () => {
    expect(
      breakPlaces.check(
        onePerson([9 * HOUR], {
          breaks: [
            { kind: 'rest', at: 90, len: 15 },
            { kind: 'meal', at: 240, len: 60 },
          ],
        }),
      ),
    ).toEqual([])
  })

  it('finds a break a quarter of an hour after its window', () => {
    expect(
      breakPlaces.check(
        onePerson([9 * HOUR], {
          breaks: [
            { kind: 'rest', at: 120, len: 15 },
            { kind: 'meal', at: 255, len: 60 },
          ],
        }),
      ),
    ).toMatchObject([{ values: { offsetMin: 255, toMin: 240 } }])
  })

  it('finds a missing break', () => {
    expect(breakPlaces.check(onePerson([9 * HOUR], { breaks: [] }))).toMatchObject([
      { values: { breaks: 0, neededBreaks: 2 } },
    ])
  })

  it('finds a break of another length', () => {
    expect(
      breakPlaces.check(
        onePerson([9 * HOUR], {
          breaks: [
            { kind: 'rest', at: 120, len: 15 },
            { kind: 'meal', at: 210, len: 45 },
          ],
        }),
      ),
    ).toMatchObject([{ values: { lenMin: 45, neededLenMin: 60 } }])
  })

  it('finds a break off the grid of the wall clock', () => {
    expect(
      breakPlaces.check(
        onePerson([9 * HOUR], {
          breaks: [
            { kind: 'rest', at: 100, len: 15 },
            { kind: 'meal', at: 210, len: 60 },
          ],
        }),
      ),
    ).toMatchObject([{ values: { gridMin: 15 } }])
  })

  it('finds too little work between two breaks', () => {
    expect(
      breakPlaces.check(
        onePerson([9 * HOUR], {
          breaks: [
            { kind: 'rest', at: 135, len: 15 },
            { kind: 'meal', at: 165, len: 60 },
          ],
          shape: {
            breaks: [
              { kind: 'rest', lenMin: 15, paid: true, fromMin: 90, toMin: 135 },
              { kind: 'meal', lenMin: 60, paid: false, fromMin: 150, toMin: 240 },
            ],
          },
        }),
      ),
    ).toMatchObject([{ values: { workMin: 15, leastWorkMin: 30 } }])
  })
})
