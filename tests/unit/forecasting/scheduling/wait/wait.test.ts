import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { solve } from '#forecasting/scheduling/solve.ts'
import { type WaitingQueue, simulatedWait } from '#forecasting/scheduling/wait/simulated-wait.ts'
import { solveForWait, solveForWaitPrice } from '#forecasting/scheduling/wait/solve-for-wait.ts'
import { type WaitLoad, callerWait } from '#forecasting/scheduling/wait/wait-load.ts'
import { waitSteps } from '#forecasting/scheduling/wait/wait-steps.ts'
import { weekWait } from '#forecasting/scheduling/wait/week-wait.ts'
import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'

import { fixture } from '../fixture.ts'

const problem = fixture('cc-010-w1-a')
const seconds = problem.intervalMin * 60

/** Contacts that keep busy what the fixture asks for, six parts in seven. */
const loads: WaitLoad[] = problem.skills.map(({ id }) => ({
  skill: id,
  handleSeconds: 240,
  patienceSeconds: 180,
  shrinkage: 0,
  contacts: (problem.demand[id] ?? []).map((agents) => (agents * (6 / 7) * seconds) / 240),
}))
const ITERATIONS = 12_000

describe('callerWait', () => {
  const load = { skill: 'voice', handleSeconds: 240, patienceSeconds: 180, shrinkage: 0 }

  it('is Erlang A with whole people', () => {
    const metrics = evaluateErlangA({
      agents: 12,
      offeredErlangs: (40 * 240) / 900,
      handleSeconds: 240,
      patienceSeconds: 180,
    })
    const wait = callerWait(load, { contacts: 40, seconds: 900 }, 12)
    expect(wait.lost).toBeCloseTo(40 * metrics.abandonShare, 12)
    expect(wait.waitHours).toBeCloseTo((40 * metrics.meanWaitSeconds) / 3600, 12)
    expect(wait.answeredWaitSeconds / wait.answered).toBeCloseTo(metrics.asaSeconds, 9)
  })

  it('lies halfway with half a person more, and takes absent people off', () => {
    const at = (people: number, shrinkage = 0): number =>
      callerWait({ ...load, shrinkage }, { contacts: 40, seconds: 900 }, people).waitHours
    expect(at(12.5)).toBeCloseTo((at(12) + at(13)) / 2, 12)
    expect(at(15, 0.2)).toBeCloseTo(at(12), 12)
  })

  it('loses everybody where nobody is on duty, and waits for nobody where nobody calls', () => {
    expect(callerWait(load, { contacts: 40, seconds: 900 }, 0).lost).toBe(40)
    expect(callerWait(load, { contacts: 0, seconds: 900 }, 0).waitHours).toBe(0)
  })

  it('saves less with each further person', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 40 }),
        (contacts, n) => {
          const at = (people: number): number =>
            callerWait(load, { contacts, seconds: 900 }, people).waitHours
          expect(at(n + 1)).toBeLessThanOrEqual(at(n) + 1e-12)
          expect(at(n + 1) - at(n + 2)).toBeLessThanOrEqual(at(n) - at(n + 1) + 1e-9)
        },
      ),
    )
  })
})

describe('waitSteps', () => {
  const { demand, demandSteps = [] } = waitSteps(problem, loads, { waitHour: 4, lost: 0 })

  it('asks for what the steps of a skill add up to', () => {
    for (const [skill, required] of Object.entries(demand)) {
      const own = demandSteps.filter((step) => step.skill === skill)
      const sums = required.map((_, t) =>
        own.reduce((sum, { agents }) => sum + (agents[t] ?? 0), 0),
      )
      expect(sums).toEqual(required)
    }
  })

  it('prices being short by what waiting costs, within the sixth that few prices take', () => {
    const [load] = loads as [WaitLoad]
    const busiest = load.contacts.indexOf(Math.max(...load.contacts))
    const required = demand[load.skill]?.[busiest] ?? 0
    const at = (people: number): number =>
      4 * callerWait(load, { contacts: load.contacts[busiest] ?? 0, seconds }, people).waitHours
    const saved = at(0) - at(required)
    const priced = demandSteps
      .filter(({ skill }) => skill === load.skill)
      .reduce(
        (sum, { price, agents }) => sum + price * (agents[busiest] ?? 0) * (seconds / 3600),
        0,
      )
    expect(required).toBeGreaterThan(0)
    expect(Math.abs(priced / saved - 1)).toBeLessThan(0.2)
  })

  it('asks for more the dearer waiting is', () => {
    const hours = (waitHour: number): number =>
      Object.values(waitSteps(problem, loads, { waitHour, lost: 0 }).demand)
        .flat()
        .reduce((sum, agents) => sum + agents, 0)
    expect(hours(1)).toBeLessThan(hours(4))
    expect(hours(4)).toBeLessThan(hours(16))
  })

  it('refuses contacts of another number of intervals', () => {
    const [load] = loads as [WaitLoad]
    const short = [{ ...load, contacts: [1] }]
    expect(() => waitSteps(problem, short, { waitHour: 1, lost: 0 })).toThrow(RangeError)
  })
})

describe('what is asked for whatever waiting costs', () => {
  const busy = loads.map((load) => ({ ...load, maxOccupancy: 0.8 }))
  const cheap = { waitHour: 1e-6, lost: 0 }

  it('is the people without whom the others would be busier than is allowed', () => {
    const { demand } = waitSteps(problem, busy, cheap)
    const [load] = busy as [WaitLoad]
    const erlangs = load.contacts.map((contacts) => (contacts * load.handleSeconds) / seconds)
    demand[load.skill]?.forEach((people, t) => {
      expect(people).toBeCloseTo((erlangs[t] ?? 0) / 0.8, 9)
    })
  })

  it('takes nothing away from what waiting is worth, and stays a whole number of people there', () => {
    const prices = { waitHour: 4, lost: 0 }
    const [free, kept] = [loads, busy].map((some) => waitSteps(problem, some, prices).demand)
    for (const { id } of problem.skills) {
      kept?.[id]?.forEach((people, t) => {
        expect(people).toBeGreaterThanOrEqual(free?.[id]?.[t] ?? 0)
      })
    }
  })

  it('stands beside demand that has a price of its own', () => {
    const [load] = loads as [WaitLoad]
    const agents = load.contacts.map(() => 2)
    const more = { skill: load.skill, price: 6, agents }
    const [plain, both] = [[], [more]].map((besides) =>
      waitSteps(problem, loads, { waitHour: 4, lost: 0 }, besides),
    )
    expect(both?.demandSteps).toContainEqual(more)
    both?.demand[load.skill]?.forEach((people, t) => {
      expect(people).toBeCloseTo((plain?.demand[load.skill]?.[t] ?? 0) + 2, 9)
    })
  })
})

describe('an instance with steps', () => {
  const stepped = { ...problem, ...waitSteps(problem, loads, { waitHour: 4, lost: 0 }) }

  it('is priced by the search as the score prices it', () => {
    const { schedule, objective } = solve(stepped, { seed: 1, iterations: ITERATIONS })
    expect(checkSchedule(stepped, schedule)).toEqual([])
    expect(objective).toBeCloseTo(score(stepped, schedule).objective, 9)
  })

  it('is read back as it was written', () => {
    const reading = readInstance(JSON.parse(JSON.stringify(stepped)))
    expect(reading.kind).toBe('instance')
    if (reading.kind !== 'instance') throw new Error('it was refused')
    expect(reading.instance.demandSteps).toEqual(stepped.demandSteps)
  })

  it('is refused when its steps are not its demand', () => {
    const reading = readInstance({ ...stepped, demandSteps: stepped.demandSteps?.slice(1) })
    expect(reading).toMatchObject({ kind: 'refused', problems: [{ code: 'wrong_value' }] })
  })
})

describe('solveForWait', () => {
  const options = { seed: 1, iterations: 7 * ITERATIONS, lost: 0 }
  const solved = (lostShare: number) =>
    solveForWait(problem, loads, { ...options, goal: { asaSeconds: 60, lostShare } })
  const lostAt = (waitHour: number): number =>
    solveForWaitPrice(problem, loads, { ...options, prices: { waitHour, lost: 0 } }).wait.lostShare

  it('keeps the week within its goal, and pays less where more may be lost', () => {
    const [many, few] = [lostAt(0.5), lostAt(16) * 1.05]
    expect(few).toBeLessThan(many)
    const [loose, tight] = [solved(many), solved(few)]
    expect([loose.isMet, tight.isMet]).toEqual([true, true])
    expect(weekWait(loose.instance, loose.schedule, loads)).toEqual(loose.wait)
    expect(loose.wait.lostShare).toBeLessThanOrEqual(many)
    expect(tight.wait.lostShare).toBeLessThanOrEqual(few)
    expect(tight.wait.asaSeconds).toBeLessThanOrEqual(60)
    expect(loose.payHours).toBeLessThan(tight.payHours)
    expect(checkSchedule(tight.instance, tight.schedule)).toEqual([])
  })

  it('follows the measure that it is given, and never goes back in what it tells of its work', () => {
    const shares: number[] = []
    const measured = solveForWait(problem, loads, {
      ...options,
      goal: { asaSeconds: 60, lostShare: 1 },
      measure: () => ({ asaSeconds: 61, lostShare: 0, waitHours: 1 }),
      onProgress: (share) => shares.push(share),
    })
    expect(measured.isMet).toBe(false)
    expect(measured.wait.asaSeconds).toBe(61)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })

  it('says that the team cannot keep a wait of nothing', () => {
    const goal = { asaSeconds: 0.001, lostShare: 1 }
    expect(solveForWait(problem, loads, { ...options, goal }).isMet).toBe(false)
  })
})

describe('simulatedWait', () => {
  const perDay = 1440 / problem.intervalMin
  const dayStarts = Array.from({ length: problem.days }, (_, day) => day * perDay)
  const queues: WaitingQueue[] = loads.map((load) => ({
    skill: load.skill,
    contacts: {
      kind: 'call',
      contacts: load.contacts,
      handleSeconds: load.contacts.map(() => load.handleSeconds),
      handleCv: 1,
      patienceSeconds: load.patienceSeconds,
      redialShare: 0,
      redialSeconds: 600,
      thresholdSeconds: 60,
      priority: 0,
      doubt: { dayCv: dayStarts.map(() => 0), dayCorrelation: 0 },
    },
    served: { absentChance: 0, awayShare: 0, chatSpeeds: null },
    isPromised: true,
  }))
  const simulation = { dayStarts, queues, runs: 10, seed: 1 }
  const { schedule } = solve(problem, { seed: 1, iterations: ITERATIONS })
  const stepped = { ...problem, ...waitSteps(problem, loads, { waitHour: 4, lost: 0 }) }
  const met = simulatedWait(problem, schedule, simulation)

  it('finds what the formulas find, where they reckon each queue by itself', () => {
    const apart = {
      ...problem,
      operators: problem.operators.map((one) => ({ ...one, skills: one.skills.slice(0, 1) })),
    }
    const found = simulatedWait(apart, schedule, { ...simulation, runs: 40 })
    const reckoned = weekWait(
      { ...apart, ...waitSteps(apart, loads, { waitHour: 4, lost: 0 }) },
      schedule,
      loads,
    )
    expect(Math.abs(found.lostShare / reckoned.lostShare - 1)).toBeLessThan(0.1)
  })

  it('knows that people of several skills pool: callers wait less than queue by queue', () => {
    expect(met.asaSeconds).toBeLessThan(weekWait(stepped, schedule, loads).asaSeconds)
  })

  it('is the same for the same seed, and of each promised queue', () => {
    expect(simulatedWait(problem, schedule, simulation)).toEqual(met)
    expect(met.queues.map(({ skill }) => skill)).toEqual(loads.map(({ skill }) => skill))
  })

  it('loses everybody where nobody is there', () => {
    const nobody = { ...schedule, shifts: [] }
    const alone = {
      ...problem,
      operators: problem.operators.map((one) => ({
        ...one,
        history: { lastShiftEnd: 0, consecDays: 0, consecNights: 0 },
      })),
    }
    expect(simulatedWait(alone, nobody, simulation)).toMatchObject({
      lostShare: 1,
      asaSeconds: Infinity,
    })
  })
})
