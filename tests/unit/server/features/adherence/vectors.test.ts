import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { readAdherenceItem } from '#server/commands/adherence-item.ts'
import { figuresOf } from '#server/features/adherence/adherence-figures.ts'
import { adherenceOf } from '#server/features/adherence/adherence-of.ts'
import { NO_TIME, sumJudged } from '#server/features/adherence/adherence-totals.ts'
import { clipSpans } from '#server/features/adherence/cut-spans.ts'
import { POLICY_PRESETS } from '#server/features/adherence/policy-presets.ts'

interface Vector {
  readonly id: string
  readonly schedule: unknown
  readonly actual: unknown
  readonly policy?: object
  readonly expect: Readonly<Record<string, unknown>>
}
const file = JSON.parse(readFileSync('fixtures/adherence/vectors.json', 'utf8')) as {
  readonly vectors: readonly Vector[]
}
const vectors = new Map(file.vectors.map((vector) => [vector.id, vector]))

/** A vector's schedule and states under its own policy and what a vendor's definition adds. */
function judge(id: string, policy: object = {}) {
  const { schedule, actual, policy: own } = vectors.get(id) as Vector
  const request = readAdherenceItem({ id, schedule, actual, policy: { ...own, ...policy } }, 0)
  return { ...adherenceOf(request.record, request.compiled), compiled: request.compiled }
}

const expected = (id: string): Readonly<Record<string, unknown>> =>
  (vectors.get(id) as Vector).expect
const percent = (ratio: number | null): number => Number(((ratio ?? NaN) * 100).toFixed(2))
const minutes = (seconds: number): number => seconds / 60

/** Expected numbers are those of the file, printed by the vendor or derived there by its formula. */
describe('a vendor’s vector', () => {
  it('genesys-1: work outside the shift joins both sides', () => {
    const { figures } = judge('genesys-1', { preset: 'genesys' })
    expect(percent(figures.adherence)).toBe(expected('genesys-1')['adherence_pct'])
    // The same scenario by our own formula: 50 in, 10 out, 10 out outside.
    expect(percent(judge('genesys-1').figures.adherence)).toBe(71.43)
  })

  it('genesys-1b: work outside the shift is left out, and credited or clipped for conformance', () => {
    const { figures } = judge('genesys-1b', { preset: 'genesys' })
    expect(percent(figures.adherence)).toBe(expected('genesys-1b')['adherence_pct'])
    expect(percent(figures.conformance)).toBe(83.33)
    const credited = judge('genesys-1b', { preset: 'genesys', conformance_credit: 'everywhere' })
    expect(percent(credited.figures.conformance)).toBe(100)
  })

  it('calabrio-1: neutral time leaves the denominator', () => {
    const {
      in: inMinutes,
      out,
      neutral,
    } = vectors.get('calabrio-1') as unknown as Record<string, number>
    const totals = {
      ...NO_TIME,
      inSeconds: (inMinutes ?? 0) * 60,
      outSeconds: (out ?? 0) * 60,
      neutralSeconds: (neutral ?? 0) * 60,
      scheduledSeconds: ((inMinutes ?? 0) + (out ?? 0) + (neutral ?? 0)) * 60,
    }
    const { adherence } = figuresOf(totals, POLICY_PRESETS.calabrio)
    expect(percent(adherence)).toBe(expected('calabrio-1')['adherence_pct'])
  })

  it('servicenow-1: overtime joins what was scheduled', () => {
    // 480 minutes from 9:00; half an hour late, and 65 minutes of overtime.
    const request = readAdherenceItem(
      {
        id: 1,
        schedule: [[540, 1020, 'work']],
        actual: [[570, 1085, 'ready']],
        policy: { preset: 'servicenow' },
      },
      0,
    )
    const { figures, totals } = adherenceOf(request.record, request.compiled)
    const amounts = vectors.get('servicenow-1') as unknown as Record<string, number>
    expect(minutes(totals.productiveSeconds)).toBe(amounts['worked_in_shift'])
    expect(minutes(totals.outsideSeconds)).toBe(amounts['overtime'])
    expect(percent(figures.adherence)).toBe(expected('servicenow-1')['adherence_pct'])
    expect(percent(figures.conformance)).toBe(expected('servicenow-1')['conformance_pct'])
  })

  it('nice-1: late and long conforms whole, adheres in part, and shows in buckets of 20 minutes', () => {
    const { figures, judged } = judge('nice-1', { preset: 'amazon_nice' })
    expect(percent(figures.conformance)).toBe(expected('nice-1')['conformance_pct'])
    expect(percent(figures.adherence)).toBe(expected('nice-1')['adherence_pct'])
    for (const [start, inMinutes] of Object.entries(expected('nice-1')['bucket_20min'] as object)) {
      const bucket = { startMs: Number(start) * 60_000, endMs: (Number(start) + 20) * 60_000 }
      const totals = sumJudged(clipSpans(judged, bucket))
      expect(minutes(totals.inSeconds)).toBe(inMinutes)
    }
  })

  it('aws-1: time before the shift buys nothing', () => {
    const { figures, totals } = judge('aws-1', { preset: 'amazon_nice' })
    expect(minutes(totals.inSeconds)).toBe(expected('aws-1')['adherent_min'])
    expect(minutes(totals.scheduledSeconds)).toBe(expected('aws-1')['scheduled_min'])
    expect(percent(figures.adherence)).toBe(expected('aws-1')['adherence_pct'])
  })

  it('aws-2: a mapping of activities, or whether both sides are productive', () => {
    const mapped = judge('aws-2', { formula: 'amazon_nice' })
    expect({
      adherent_min: minutes(mapped.totals.inSeconds),
      pct: percent(mapped.figures.adherence),
    }).toEqual(expected('aws-2')['custom_mapping'])
    const flagged = judge('aws-2', { preset: 'amazon_nice' })
    expect({
      adherent_min: minutes(flagged.totals.inSeconds),
      pct: percent(flagged.figures.adherence),
    }).toEqual(expected('aws-2')['default_productive_flag'])
  })

  it('zoom-1: every activity counts, or productive ones alone', () => {
    expect(minutes(judge('zoom-1').totals.outSeconds)).toBe(
      expected('zoom-1')['all_activities_out_min'],
    )
    expect(minutes(judge('zoom-1', { judged: 'productive' }).totals.outSeconds)).toBe(
      expected('zoom-1')['productive_only_out_min'],
    )
  })

  it('own-overnight: a shift across midnight is one shift', () => {
    const { totals, figures } = judge('own-overnight')
    expect(minutes(totals.inSeconds)).toBe(expected('own-overnight')['adherent_min'])
    expect(minutes(totals.scheduledSeconds)).toBe(expected('own-overnight')['scheduled_min'])
    expect(percent(figures.adherence)).toBe(expected('own-overnight')['pct'])
  })

  it('own-threshold: a small deviation is dropped whole, and shown beside', () => {
    const { totals, figures } = judge('own-threshold')
    expect(totals.deviations).toBe(expected('own-threshold')['exceptions'])
    expect(percent(figures.adherence)).toBe(expected('own-threshold')['pct'])
    expect(percent(figures.adherenceWithoutTolerance)).toBe(
      expected('own-threshold')['without_threshold_pct'],
    )
  })

  it('leaves no vector untried', () => {
    expect([...vectors.keys()].toSorted()).toEqual([
      'aws-1',
      'aws-2',
      'calabrio-1',
      'genesys-1',
      'genesys-1b',
      'nice-1',
      'own-overnight',
      'own-threshold',
      'servicenow-1',
      'zoom-1',
    ])
  })
})
