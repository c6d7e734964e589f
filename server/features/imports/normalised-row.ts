import type { EpochMs } from '#forecasting/kernel/units.ts'

/** The ways a contact arrives, as the history file names them (DESIGN.md, "History file"). */
export const CHANNELS = [
  'voice',
  'chat',
  'email',
  'social',
  'video',
  'callback',
  'outbound',
] as const

export type Channel = (typeof CHANNELS)[number]

/**
 * One queue in one interval, whatever system it came from. A measure that the source does not know
 * is null, never zero: a zero would teach the forecast that nothing happened.
 */
export interface NormalisedRow {
  /** Row in the file, the header being row 1; 0 when the row was counted from many log lines. */
  readonly row: number
  readonly startsAtMs: EpochMs
  readonly intervalSeconds: number
  /** The queue's name in the source system. */
  readonly queue: string
  readonly channel: Channel
  /** Contacts that entered the queue in the interval. */
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  /** Of the abandoned, those that left so early that they are not held against the centre. */
  readonly shortAbandoned: number | null
  /** Total work of the handled contacts: talk, hold and after-call work. */
  readonly handleSeconds: number | null
  readonly talkSeconds: number | null
  readonly holdSeconds: number | null
  readonly wrapSeconds: number | null
  /** Total wait of the answered contacts. */
  readonly waitSeconds: number | null
  readonly answeredInTarget: number | null
}

/** The measures, by name: the columns of the store and of every template. */
export const MEASURES = [
  'offered',
  'handled',
  'abandoned',
  'shortAbandoned',
  'answeredInTarget',
  'handleSeconds',
  'talkSeconds',
  'holdSeconds',
  'wrapSeconds',
  'waitSeconds',
] as const

export type Measure = (typeof MEASURES)[number]
