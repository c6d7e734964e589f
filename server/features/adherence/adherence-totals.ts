import type { JudgedSpan } from './judge-day.ts'

/** Sums of judged time, seconds. They add up over days, people and activities. */
export interface AdherenceTotals {
  /** Within shifts; the four verdicts below sum to it. */
  readonly scheduledSeconds: number
  /** Tolerated time included. */
  readonly inSeconds: number
  readonly outSeconds: number
  readonly neutralSeconds: number
  readonly unknownSeconds: number
  /** Deviations that the policy's tolerance dropped. */
  readonly toleratedSeconds: number
  /** Out turned into neutral by an approved explanation. */
  readonly excusedSeconds: number
  /** How many unbroken deviations are left. */
  readonly deviations: number
  readonly scheduledProductiveSeconds: number
  /** Of it, time for which the feed said nothing. */
  readonly unknownProductiveSeconds: number
  /** In a productive state, within a shift. */
  readonly productiveSeconds: number
  /** In a productive state, outside every shift. */
  readonly outsideSeconds: number
  /** Of it, what the policy counts as an exception. */
  readonly outsideOutSeconds: number
}

export const NO_TIME: AdherenceTotals = {
  scheduledSeconds: 0,
  inSeconds: 0,
  outSeconds: 0,
  neutralSeconds: 0,
  unknownSeconds: 0,
  toleratedSeconds: 0,
  excusedSeconds: 0,
  deviations: 0,
  scheduledProductiveSeconds: 0,
  unknownProductiveSeconds: 0,
  productiveSeconds: 0,
  outsideSeconds: 0,
  outsideOutSeconds: 0,
}

type Sums = { -readonly [Name in keyof AdherenceTotals]: number }

const VERDICT_SUM = {
  in: 'inSeconds',
  out: 'outSeconds',
  neutral: 'neutralSeconds',
  unknown: 'unknownSeconds',
} as const

/** Sums ascending spans of one person that `judgeDay` and `tolerate` have judged, all or some of them. */
export function sumJudged(judged: readonly JudgedSpan[]): AdherenceTotals {
  const sums: Sums = { ...NO_TIME }
  let outUntilMs: number | undefined
  for (const span of judged) {
    if (span.activity === null) addOutside(sums, span)
    else addScheduled(sums, span)
    if (span.verdict !== 'out') continue
    if (span.startMs !== outUntilMs) sums.deviations++
    outUntilMs = span.endMs
  }
  return sums
}

/** The totals of several days or people together. */
export function addTotals(parts: readonly AdherenceTotals[]): AdherenceTotals {
  const sums: Sums = { ...NO_TIME }
  for (const part of parts) {
    for (const name of Object.keys(NO_TIME) as (keyof AdherenceTotals)[]) sums[name] += part[name]
  }
  return sums
}

function addScheduled(sums: Sums, span: JudgedSpan): void {
  const seconds = (span.endMs - span.startMs) / 1000
  sums.scheduledSeconds += seconds
  sums[VERDICT_SUM[span.verdict]] += seconds
  if (span.cause === 'tolerated') sums.toleratedSeconds += seconds
  if (span.cause === 'excused') sums.excusedSeconds += seconds
  if (span.isProductive) sums.productiveSeconds += seconds
  if (!span.isProductivePlan) return
  sums.scheduledProductiveSeconds += seconds
  if (span.verdict === 'unknown') sums.unknownProductiveSeconds += seconds
}

function addOutside(sums: Sums, span: JudgedSpan): void {
  if (!span.isProductive) return
  const seconds = (span.endMs - span.startMs) / 1000
  sums.outsideSeconds += seconds
  if (span.verdict === 'out') sums.outsideOutSeconds += seconds
}
