import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'
import { designShifts, weekOfKinds } from '#forecasting/scheduling/shift-design/design-shifts.ts'
import { withEveryStart } from '#forecasting/scheduling/shift-design/every-start.ts'
import { shiftKinds } from '#forecasting/scheduling/shift-design/shift-kinds.ts'
import { withKinds } from '#forecasting/scheduling/shift-design/with-kinds.ts'
import { solve } from '#forecasting/scheduling/solve.ts'
import { columnPrograms } from '#server/platform/column-program.ts'

import { fixture } from '../fixture.ts'

const instance = fixture('cc-010-w1-a')
const openProgram = await columnPrograms()

describe('shiftKinds', () => {
  const kinds = shiftKinds(instance)

  it('is present for its span less its breaks', () => {
    for (const { shape, presence } of kinds) {
      const { spanMin, breaks } = instance.shapes.find(({ id }) => id === shape) ?? {
        spanMin: 0,
        breaks: [],
      }
      const rest = breaks.reduce((sum, { lenMin }) => sum + lenMin, 0)
      const present = presence.reduce((sum, share) => sum + share, 0) * instance.intervalMin
      expect(present).toBeCloseTo(spanMin - rest, 6)
      expect(Math.min(...presence)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...presence)).toBeLessThanOrEqual(1)
    }
  })

  it('leaves out shapes that nobody has', () => {
    const contracts = instance.contracts.map((contract) => ({ ...contract, shapes: [] }))
    expect(shiftKinds({ ...instance, contracts })).toEqual([])
  })
})

describe('designShifts', () => {
  const TOLERANCE = 0.05
  const hourly = {
    ...instance,
    shapes: instance.shapes.map((shape) => ({ ...shape, startStepMin: 60 })),
  }
  const design = designShifts(hourly, openProgram, { tolerance: TOLERANCE, most: 50 })

  it('costs at most the tolerance more than all kinds, with far fewer', () => {
    expect(design.cost).toBeLessThanOrEqual(design.costOfAll * (1 + TOLERANCE) + 1e-6)
    expect(design.cost).toBeGreaterThanOrEqual(design.costOfAll - 1e-6)
    expect(design.kinds.length).toBeLessThan(design.kindsInAll / 3)
  })

  it('costs less with each kind that is added', () => {
    design.steps.slice(1).forEach(({ cost }, index) => {
      expect(cost).toBeLessThanOrEqual((design.steps[index]?.cost ?? 0) + 1e-6)
    })
  })

  it('needs every kind that it keeps', () => {
    const { kinds, costOfAll } = design
    for (const kind of kinds) {
      const fewer = withKinds(
        hourly,
        kinds.filter((one) => one !== kind),
      )
      const { costOfAll: without } = designShifts(fewer, openProgram, { tolerance: 0, most: 1 })
      expect(without).toBeGreaterThan(costOfAll * (1 + TOLERANCE))
    }
  })

  it('says of each kind what the week costs more without it', () => {
    const [first] = design.kinds
    const without = withKinds(hourly, design.kinds.slice(1))
    const { week } = weekOfKinds(without, openProgram)
    expect(first?.worth).toBeCloseTo(week.cost - design.cost, 6)
    for (const { worth } of design.kinds) expect(worth).toBeGreaterThan(0)
  })

  it('gives nobody more hours or shifts than their contract has', () => {
    const contracts = new Map(instance.contracts.map((one) => [one.id, one]))
    const hours = instance.operators.reduce((sum, one) => {
      const contract = contracts.get(one.contract)
      return sum + (one.periodTargetPaidMin ?? contract?.periodTargetPaidMin ?? 0) / 60
    }, 0)
    expect(design.week.paidHours).toBeLessThanOrEqual(hours + 1e-6)
    const [rarest] = instance.contracts.toSorted((a, b) => countOf(a.id) - countOf(b.id))
    const allowed = new Set(rarest?.shapes)
    const shifts = design.kinds
      .filter(({ shape }) => allowed.has(shape))
      .reduce((sum, { shiftsPerWeek }) => sum + shiftsPerWeek, 0)
    expect(shifts).toBeLessThanOrEqual(6 * countOf(rarest?.id ?? '') + 1e-6)

    function countOf(id: string): number {
      return instance.operators.filter(({ contract }) => contract === id).length
    }
  })

  it('tells how far it is, and ends with what it has when it is stopped', () => {
    const shares: number[] = []
    const { kinds, steps } = designShifts(hourly, openProgram, {
      tolerance: 0,
      most: 50,
      shouldStop: () => shares.length === 2,
      onProgress: (share) => shares.push(share),
    })
    expect(steps.length).toBe(2)
    expect(kinds.length).toBe(2)
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  it('keeps to a number of kinds', () => {
    const { kinds } = designShifts(instance, openProgram, { tolerance: 0, most: 3 })
    expect(kinds.length).toBeLessThanOrEqual(3)
  })

  it('offers the one shift that fits a demand exactly', () => {
    const [shape] = instance.shapes
    if (shape === undefined) throw new Error('the fixture has no shapes')
    const plain = { ...shape, breaks: [], paidMin: shape.spanMin }
    const first = shape.startFromMin / instance.intervalMin
    const length = shape.spanMin / instance.intervalMin
    const perDay = 1440 / instance.intervalMin
    const skill = instance.skills[0]?.id ?? ''
    const within = (interval: number): boolean =>
      interval % perDay >= first && interval % perDay < first + length
    const fitting: Instance = {
      ...instance,
      skills: instance.skills.slice(0, 1),
      shapes: [plain],
      rules: { ...instance.rules, mealRequiredFromSpanMin: 1440 },
      contracts: instance.contracts.map((one) => ({ ...one, shapes: [plain.id] })),
      demand: { [skill]: Array.from({ length: 7 * perDay }, (_, t) => (within(t) ? 2 : 0)) },
    }
    const { kinds } = designShifts(fitting, openProgram, { tolerance: 0, most: 5 })
    expect(kinds).toMatchObject([{ shape: plain.id, startMin: shape.startFromMin }])
    expect(kinds[0]?.shiftsPerWeek).toBeCloseTo(14, 6)
  })
})

describe('withEveryStart', () => {
  it('starts round the clock, at every time that there was before', () => {
    const wide = withEveryStart(instance)
    const starts = (of: Instance) => shiftKinds(of).map((one) => `${one.shape} ${one.startMin}`)
    const wider = new Set(starts(wide))
    expect(starts(instance).filter((one) => !wider.has(one))).toEqual([])
    expect(wider.size).toBeGreaterThan(starts(instance).length)
  })

  it('keeps starts that lie off the half hour', () => {
    const shapes = instance.shapes.map((shape) => ({
      ...shape,
      startFromMin: 465,
      startToMin: 1185,
      startStepMin: 720,
    }))
    const starts = shiftKinds(withEveryStart({ ...instance, shapes })).map(
      ({ startMin }) => startMin,
    )
    expect(starts).toContain(465)
    expect(starts).toContain(1185)
    expect(starts).toContain(15)
  })

  it('makes no week dearer', () => {
    const { week } = weekOfKinds(instance, openProgram)
    const wide = weekOfKinds(withEveryStart(instance), openProgram)
    expect(wide.week.cost).toBeLessThanOrEqual(week.cost + 1e-6)
  })
})

describe('withKinds', () => {
  it('makes an instance that can be read and solved', () => {
    const { kinds } = designShifts(instance, openProgram, { tolerance: 0.2, most: 50 })
    const reading = readInstance(JSON.parse(JSON.stringify(withKinds(instance, kinds))))
    if (reading.kind !== 'instance') throw new Error('it was refused')
    const { schedule } = solve(reading.instance, { seed: 1, iterations: 20_000 })
    expect(schedule.shifts.length).toBeGreaterThan(0)
    expect(checkSchedule(reading.instance, schedule)).toEqual([])
  })
})
