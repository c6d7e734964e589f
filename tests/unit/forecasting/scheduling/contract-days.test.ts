import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Contract, Instance } from '#forecasting/scheduling/instance.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'
import { contractShapes } from '#forecasting/scheduling/rules/contract-shapes.ts'
import { dailyHours } from '#forecasting/scheduling/rules/daily-hours.ts'
import { daysOff } from '#forecasting/scheduling/rules/days-off.ts'
import type { OperatorRoster } from '#forecasting/scheduling/rules/rule.ts'
import { splitShift } from '#forecasting/scheduling/rules/split-shift.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from './fixture.ts'
import { type Change, DAY, HOUR, onePerson } from './rules/one-person.ts'

/** Somebody whose contract is another one from Thursday on. */
function changing(
  days: readonly number[],
  { from, to }: { readonly from: Partial<Contract>; readonly to: Partial<Contract> },
  change: Change = {},
): OperatorRoster {
  const roster = onePerson(
    days.map((day) => day * DAY + 9 * HOUR),
    {
      ...change,
      operator: {
        contractDays: [
          { fromDay: 0, toDay: 3, contract: 'from' },
          { fromDay: 3, toDay: 7, contract: 'to' },
        ],
      },
    },
  )
  const contracts = [
    roster.contract,
    { ...roster.contract, id: 'from', ...from },
    { ...roster.contract, id: 'to', ...to },
  ]
  return { ...roster, instance: { ...roster.instance, contracts } }
}

describe('a contract that changes within the horizon', () => {
  it('allows on each day the shapes of the contract of the day', () => {
    const findings = contractShapes.check(changing([2, 3], { from: {}, to: { shapes: [] } }))
    expect(findings).toEqual([
      { atMin: 3 * DAY + 9 * HOUR, days: [3], values: { shape: 'day', contract: 'to' } },
    ])
  })

  it('allows on each day the hours of the contract of the day', () => {
    const roster = changing([2, 3], { from: { dayMaxPaidMin: 479 }, to: { dayMaxPaidMin: 480 } })
    expect(dailyHours.check(roster)).toEqual([
      { atMin: 2 * DAY, days: [2], values: { paidMin: 480, dayMaxPaidMin: 479 } },
    ])
  })

  it('allows the fewer working days of a week in which it changes', () => {
    const terms = { from: { weekMaxDays: 6 }, to: { weekMaxDays: 5 } }
    expect(daysOff.check(changing([0, 1, 2, 3, 4], terms))).toEqual([])
    expect(daysOff.check(changing([0, 1, 2, 3, 4, 5], terms))).toMatchObject([
      { values: { workedDays: 6, weekMaxDays: 5 } },
    ])
  })

  it('allows a shift in two parts only under the one that provides for it', () => {
    const terms = { from: { splitShifts: true }, to: {} }
    const breaks = [{ kind: 'gap', at: 200, len: 120 }] as const
    expect(splitShift.check(changing([2, 3], terms, { breaks }))).toMatchObject([
      { days: [3], values: { contract: 'to' } },
    ])
  })
})

/** Everybody of the fixture works under FT until Wednesday, and under the twelve-hour contract from Thursday on. */
function changedFixture(): Instance {
  const instance = fixture('cc-010-w1-a')
  const [full, shift] = ['FT40', 'SW12'].map((id) =>
    instance.contracts.find((contract) => contract.id === id),
  )
  if (full === undefined || shift === undefined) throw new Error('the fixture has other contracts')
  const joint = { ...full, id: 'both', shapes: [...full.shapes, ...shift.shapes] }
  return {
    ...instance,
    contracts: [...instance.contracts, { ...joint, dayMaxPaidMin: shift.dayMaxPaidMin }],
    operators: instance.operators.map((one) => ({
      ...one,
      contract: 'both',
      contractDays: [
        { fromDay: 0, toDay: 3, contract: full.id },
        { fromDay: 3, toDay: 7, contract: shift.id },
      ],
    })),
  }
}

describe('solve', () => {
  it('gives nobody a shift that the contract of the day does not have', () => {
    const instance = changedFixture()
    const { schedule } = solve(instance, { seed: 3, iterations: 30_000 })
    expect(checkSchedule(instance, schedule)).toEqual([])
    const shapesOf = (id: string) => instance.contracts.find((one) => one.id === id)?.shapes
    const [before, after] = [3, 4].map((part) =>
      schedule.shifts.filter(({ start }) => start < 3 * DAY === (part === 3)),
    )
    expect(before?.length).toBeGreaterThan(5)
    expect(after?.length).toBeGreaterThan(5)
    expect(before?.every(({ shape }) => shapesOf('FT40')?.includes(shape))).toBe(true)
    expect(after?.every(({ shape }) => shapesOf('SW12')?.includes(shape))).toBe(true)
  })
})

describe('readInstance', () => {
  it('reads the days of each contract, and refuses one that there is not', () => {
    const instance = changedFixture()
    const text = JSON.stringify(instance)
    expect(readInstance(JSON.parse(text))).toMatchObject({
      instance: { operators: instance.operators },
    })
    const wrong = text.replaceAll('"contract":"SW12"', '"contract":"XX"')
    expect(readInstance(JSON.parse(wrong))).toMatchObject({
      problems: expect.arrayContaining([
        {
          path: 'operators[0].contractDays[1].contract',
          code: 'unknown_reference',
          values: { id: 'XX' },
        },
      ]),
    })
  })
})
