import { describe, expect, it } from 'vitest'

import { startTimes } from '#forecasting/scheduling/rules/start-times.ts'

import { DAY, HOUR, onePerson } from './one-person.ts'

describe('startTimes', () => {
  it('is content with the first and the last start of the shape', () => {
    expect(
      startTimes.check(
        onePerson([8 * HOUR, DAY + 10 * HOUR], { shape: { startFromMin: 480, startToMin: 600 } }),
      ),
    ).toEqual([])
  })

  it('finds a start after the last', () => {
    expect(
      startTimes.check(
        onePerson([10 * HOUR + 30], { shape: { startFromMin: 480, startToMin: 600 } }),
      ),
    ).toMatchObject([{ values: { startOfDayMin: 630 } }])
  })

  it('finds a start between the steps', () => {
    expect(
      startTimes.check(
        onePerson([8 * HOUR + 15], { shape: { startFromMin: 480, startToMin: 600 } }),
      ),
    ).toMatchObject([{ values: { startStepMin: 30 } }])
  })

  it('finds a shift after the horizon', () => {
    expect(startTimes.check(onePerson([7 * DAY]))).toMatchObject([{ values: { days: 7 } }])
  })
})
