/**
 * A policy says what counts as being where the schedule says. It is data: a centre keeps versions of
 * it, and any past day can be judged again by any of them.
 */

/** Of a moment: adherent, not adherent, not counted, or not known for want of data. */
export const VERDICTS = ['in', 'out', 'neutral', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * What a person is there for. A state fits an activity of the same kind unless the table says
 * otherwise; only `work` is productive, and nothing is planned as `absent`.
 */
export const KINDS = ['work', 'pause', 'development', 'absent'] as const
export type Kind = (typeof KINDS)[number]

/**
 * How seconds become a percentage.
 *
 * - `kezek`: in / (in + out). Neutral and unknown time is set aside.
 * - `genesys`: max(0, 1 − exceptions / scheduled).
 * - `calabrio`: in / (scheduled − neutral).
 * - `amazon_nice`: in / scheduled.
 * - `servicenow`: productive within the shift / (scheduled productive + productive outside it).
 */
export const FORMULAS = ['kezek', 'genesys', 'calabrio', 'amazon_nice', 'servicenow'] as const
export type Formula = (typeof FORMULAS)[number]

export interface ActivityRule {
  readonly kind: Kind
  /** Deviations as a whole no longer than this are dropped; the policy's own when left out. */
  readonly toleranceSeconds?: number
}

export interface AdherencePolicy {
  readonly formula: Formula
  /** Productive time outside the shift: left out, or an exception beside the shift's own. */
  readonly outsideShift: 'ignore' | 'exception'
  /** Where productive time counts towards conformance. Within the shift, starting early buys nothing. */
  readonly conformanceCredit: 'within_shift' | 'everywhere'
  /** `productive`: time planned for anything but work is neutral. */
  readonly judged: 'all' | 'productive'
  readonly toleranceSeconds: number
  readonly activities: Readonly<Record<string, ActivityRule>>
  readonly states: Readonly<Record<string, { readonly kind: Kind }>>
  /** Verdicts by activity, then state, where the kinds alone would judge wrongly. */
  readonly table: Readonly<Record<string, Readonly<Record<string, Verdict>>>>
}

/** Nothing came from the feed, so nobody can say what the person did. */
export const NO_DATA = 'no_data'
/** The feed is healthy and does not know the person: not signed on. */
export const LOGGED_OFF = 'logged_off'
