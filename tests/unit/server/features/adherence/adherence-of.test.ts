import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { adherenceOf } from '#server/features/adherence/adherence-of.ts'
import { addTotals, sumJudged } from '#server/features/adherence/adherence-totals.ts'
import { compilePolicy } from '#server/features/adherence/compile-policy.ts'
import { clipSpans } from '#server/features/adherence/cut-spans.ts'
import { type DayRecord, judgeDay } from '#server/features/adherence/judge-day.ts'
import { KEZEK_POLICY } from '#server/features/adherence/policy-presets.ts'
import { tolerate } from '#server/features/adherence/tolerate.ts'

const MINUTE_MS = 60_000
const span = (from: number, to: number) => ({ startMs: from * MINUTE_MS, endMs: to * MINUTE_MS })
const compiled = compilePolicy(KEZEK_POLICY)

/** 9:00–17:00 with a meal from 13:00 to 14:00. */
const DAY: DayRecord = {
  fromMs: 0,
  toMs: 1440 * MINUTE_MS,
  planned: [
    { ...span(540, 780), activity: 'work' },
    { ...span(780, 840), activity: 'meal' },
    { ...span(840, 1020), activity: 'work' },
  ],
  states: [{ ...span(540, 1020), state: 'ready' }],
  silences: [],
  excused: [],
}
const minutesOf = (record: DayRecord, policy = compiled) => {
  const { totals } = adherenceOf(record, policy)
  return Object.fromEntries(Object.entries(totals).map(([name, value]) => [name, value / 60]))
}

describe('adherenceOf', () => {
  it('counts work in a break as out', () => {
    expect(minutesOf(DAY)).toMatchObject({ inSeconds: 420, outSeconds: 60, scheduledSeconds: 480 })
  })

  it('counts a contact that runs into the break as neutral', () => {
    const states = [
      { ...span(540, 775), state: 'ready' },
      { ...span(775, 785), state: 'on_contact' },
      { ...span(785, 840), state: 'meal' },
      { ...span(840, 1020), state: 'ready' },
    ]
    expect(minutesOf({ ...DAY, states })).toMatchObject({
      inSeconds: 475,
      neutralSeconds: 5,
      outSeconds: 0,
    })
  })

  it('holds nobody to account for a silent feed', () => {
    const silent = {
      ...DAY,
      states: [{ ...span(540, 600), state: 'ready' }],
      silences: [span(600, 1020)],
    }
    const { figures, totals } = adherenceOf(silent, compiled)
    expect(figures).toMatchObject({ adherence: 1, conformance: 1 })
    expect(totals.unknownSeconds).toBe(420 * 60)
  })

  it('says nothing where nothing is known', () => {
    const { figures } = adherenceOf({ ...DAY, states: [], silences: [span(0, 1440)] }, compiled)
    expect(figures).toEqual({ adherence: null, adherenceWithoutTolerance: null, conformance: null })
  })

  it('turns out into neutral by an approved explanation, never into in', () => {
    const late = {
      ...DAY,
      states: [
        { ...span(600, 780), state: 'ready' },
        { ...span(780, 840), state: 'meal' },
        { ...span(840, 1020), state: 'ready' },
      ],
    }
    expect(minutesOf(late)).toMatchObject({ inSeconds: 420, outSeconds: 60 })
    expect(minutesOf({ ...late, excused: [span(540, 660)] })).toMatchObject({
      inSeconds: 420,
      outSeconds: 0,
      neutralSeconds: 60,
      excusedSeconds: 60,
    })
  })

  it('judges a state that the policy does not know as unknown, and says why', () => {
    const { totals, judged } = adherenceOf(
      { ...DAY, states: [{ ...span(540, 1020), state: 'levitating' }] },
      compiled,
    )
    expect(totals.unknownSeconds).toBe(480 * 60)
    expect(judged.find(({ verdict }) => verdict === 'unknown')?.cause).toBe('unmapped')
  })

  it.each([
    ['at the tolerance', 5, 0],
    ['over it', 6, 1],
  ])('drops a deviation %s whole', (_, minutes, left) => {
    const policy = compilePolicy({ ...KEZEK_POLICY, toleranceSeconds: 300 })
    const states = [
      { ...span(540 + minutes, 780), state: 'ready' },
      { ...span(780, 840), state: 'meal' },
      { ...span(840, 1020), state: 'ready' },
    ]
    expect(adherenceOf({ ...DAY, states }, policy).totals.deviations).toBe(left)
  })

  it('judges one deviation over two activities by the stricter of them', () => {
    const policy = compilePolicy({
      ...KEZEK_POLICY,
      activities: { ...KEZEK_POLICY.activities, meal: { kind: 'pause', toleranceSeconds: 600 } },
      toleranceSeconds: 60,
    })
    // Gone from 13:59 to 14:01 would be tolerated by the meal, and not by work.
    const states = [
      { ...span(540, 780), state: 'ready' },
      { ...span(780, 839), state: 'meal' },
      { ...span(841, 1020), state: 'ready' },
    ]
    expect(adherenceOf({ ...DAY, states }, policy).totals.outSeconds).toBe(120)
  })

  it('counts two deviations of one activity where another lies between them', () => {
    const states = [
      { ...span(540, 770), state: 'ready' },
      { ...span(770, 850), state: 'meal' },
      { ...span(850, 1020), state: 'ready' },
    ]
    const { judged, totals } = adherenceOf({ ...DAY, states }, compiled)
    expect(totals).toMatchObject({ deviations: 2, outSeconds: 20 * 60 })
    const atWork = judged.filter(({ activity }) => activity === 'work')
    expect(sumJudged(atWork).deviations).toBe(2)
  })

  it('refuses a policy whose table names what it does not have', () => {
    const table = { work: { levitating: 'in' } } as const
    expect(() => compilePolicy({ ...KEZEK_POLICY, table })).toThrow(/levitating/)
  })
})

/** Spans of whole minutes in ascending order, without overlap. */
const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 24 })
  .map((edges) => edges.toSorted((a, b) => a - b))
  .map((edges) =>
    Array.from({ length: Math.floor(edges.length / 2) }, (_, i) =>
      span(edges[2 * i] ?? 0, edges[2 * i + 1] ?? 0),
    ),
  )
const named = <Name extends string>(field: Name, values: readonly string[]) =>
  fc
    .tuple(spans, fc.array(fc.constantFrom(...values), { minLength: 12, maxLength: 12 }))
    .map(([list, names]) =>
      list.map(
        (one, i) =>
          ({ ...one, [field]: names[i] ?? values[0] }) as typeof one & Record<Name, string>,
      ),
    )
const record: fc.Arbitrary<DayRecord> = fc
  .record({
    planned: named('activity', ['work', 'meal', 'training']),
    states: named('state', [
      'ready',
      'on_contact',
      'meal',
      'paused',
      'not_responding',
      'technical',
    ]),
    silences: spans,
    excused: spans,
  })
  .map((parts) => ({ fromMs: 0, toMs: 300 * MINUTE_MS, ...parts }))

const over = <Item extends { startMs: number; endMs: number }>(list: readonly Item[], ms: number) =>
  list.find(({ startMs, endMs }) => startMs <= ms && ms < endMs)

function pairVerdict(activity: string, state: string): string {
  const { activities, states, table } = KEZEK_POLICY
  const isSameKind = activities[activity]?.kind === states[state]?.kind
  return table[activity]?.[state] ?? (isSameKind ? 'in' : 'out')
}

/** The day minute by minute, straight from the definitions: slow, and with nothing to share. */
function byMinute(day: DayRecord): Record<string, number> {
  const sums: Record<string, number> = { in: 0, out: 0, neutral: 0, unknown: 0 }
  for (let ms = day.fromMs; ms < day.toMs; ms += MINUTE_MS) {
    const activity = over(day.planned, ms)?.activity
    if (activity === undefined) continue
    let verdict = pairVerdict(activity, over(day.states, ms)?.state ?? 'logged_off')
    if (verdict === 'out' && over(day.excused, ms) !== undefined) verdict = 'neutral'
    if (over(day.silences, ms) !== undefined) verdict = 'unknown'
    sums[verdict] = (sums[verdict] ?? 0) + 60
  }
  return sums
}

describe('judging any day', () => {
  it('agrees with the definitions minute by minute', () => {
    fc.assert(
      fc.property(record, (day) => {
        const { totals } = adherenceOf(day, compiled)
        expect({
          in: totals.inSeconds,
          out: totals.outSeconds,
          neutral: totals.neutralSeconds,
          unknown: totals.unknownSeconds,
        }).toEqual(byMinute(day))
      }),
    )
  })

  it('covers the day without gap or overlap', () => {
    fc.assert(
      fc.property(record, (day) => {
        const judged = judgeDay(day, compiled)
        expect(judged[0]?.startMs).toBe(day.fromMs)
        expect(judged.at(-1)?.endMs).toBe(day.toMs)
        judged.slice(1).forEach(({ startMs }, i) => expect(startMs).toBe(judged[i]?.endMs))
      }),
    )
  })

  it('sums by parts to the whole', () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 1, max: 299 }), (day, cut) => {
        const judged = tolerate(judgeDay(day, compiled), compiled)
        const parts = [span(0, cut), span(cut, 300)].map((part) =>
          sumJudged(clipSpans(judged, part)),
        )
        // A deviation over the cut is counted in both parts.
        const { deviations, ...whole } = sumJudged(judged)
        const { deviations: inParts, ...sum } = addTotals(parts)
        expect(sum).toEqual(whole)
        expect(inParts - deviations).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('never gets worse with more tolerance, and never better than with an explanation of everything', () => {
    fc.assert(
      fc.property(
        record,
        fc.integer({ min: 0, max: 3600 }),
        fc.integer({ min: 0, max: 3600 }),
        (day, a, b) => {
          const out = (toleranceSeconds: number) =>
            adherenceOf(day, compilePolicy({ ...KEZEK_POLICY, toleranceSeconds })).totals.outSeconds
          expect(out(Math.max(a, b))).toBeLessThanOrEqual(out(Math.min(a, b)))
          const all = adherenceOf({ ...day, excused: [span(0, 300)] }, compiled).totals
          expect(all.outSeconds).toBe(0)
          expect(all.inSeconds).toBe(
            adherenceOf({ ...day, excused: [] }, compiled).totals.inSeconds,
          )
        },
      ),
    )
  })
})
