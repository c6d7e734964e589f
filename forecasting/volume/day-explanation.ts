import { portableExp } from '../kernel/portable-exp.ts'
import { portableLog } from '../kernel/portable-log.ts'
import { DAY_PARTS, type DayPart } from './day-kernel.ts'
import { COUNT_OFFSET } from './day-level.ts'

/** Logarithms of the factors whose product is a day's volume, half a contact apart. */
export type DayParts = Readonly<Record<DayPart, number>>

/** What one part of the model does to a day. */
export interface ExplainedStep {
  readonly part: DayPart
  /** 1: no effect; 1.2: a fifth more. */
  readonly factor: number
  /** Contacts a day that it adds or takes. */
  readonly contacts: number
}

export interface DayExplanation {
  /** Contacts of a day to which nothing but the trend applies. */
  readonly base: number
  /** In the order of the model's parts; base + steps + rest is the volume. */
  readonly steps: readonly ExplainedStep[]
  /** What stands outside the model: closed intervals, an hour that the clock skips or doubles. */
  readonly rest: number
}

/**
 * Tells a day's volume as contacts that each part adds to an ordinary day. A factor's share in
 * contacts is its logarithm times the logarithmic mean of both ends: the shares add up exactly, and
 * do not depend on the order in which the factors are taken.
 *
 * Source: B. W. Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy
 * 33 (2005), equations 4 and 5.
 *
 * @param volume contacts, as forecast
 */
export function explainDay(parts: DayParts, volume: number): DayExplanation {
  const told = productOf(parts)
  const base = portableExp(parts.trend)
  const mean = logarithmicMean(told, base)
  return {
    base: base - COUNT_OFFSET,
    steps: DAY_PARTS.filter((part) => part !== 'trend').map((part) => ({
      part,
      factor: portableExp(parts[part]),
      contacts: mean * parts[part],
    })),
    rest: volume - (told - COUNT_OFFSET),
  }
}

/** Why one forecast of a day says something else than an earlier one; steps + rest is the change. */
export interface DayMove {
  readonly steps: readonly ExplainedStep[]
  readonly rest: number
}

/**
 * The change between two forecasts of one day, part by part, as `explainDay` tells a day.
 *
 * @param before.volume contacts, as each was forecast
 */
export function explainMove(
  before: { readonly parts: DayParts; readonly volume: number },
  after: { readonly parts: DayParts; readonly volume: number },
): DayMove {
  const [from, to] = [productOf(before.parts), productOf(after.parts)]
  const mean = logarithmicMean(to, from)
  return {
    steps: DAY_PARTS.map((part) => {
      const change = after.parts[part] - before.parts[part]
      return { part, factor: portableExp(change), contacts: mean * change }
    }),
    rest: after.volume - before.volume - (to - from),
  }
}

function productOf(parts: DayParts): number {
  return portableExp(DAY_PARTS.reduce((sum, part) => sum + parts[part], 0))
}

/** (a − b) / ln(a / b); a where both are alike. */
function logarithmicMean(a: number, b: number): number {
  const log = portableLog(a / b)
  // Beside 1 the quotient loses its digits; the series does not.
  return Math.abs(log) < 1e-6 ? (a + b) / 2 : (a - b) / log
}
