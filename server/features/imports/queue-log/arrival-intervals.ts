import type { LocalClock } from '#forecasting/kernel/local-clock.ts'

import type { RowStore } from '../row-store.ts'
import { emptyDraft } from '../templates/template.ts'
import { isHandled } from './queue-visit.ts'
import type { QueueVisit } from './queue-visit.ts'

/** The log is silent for less than this in a centre that works; a longer silence may be a loss. */
const SILENCE_MS = 7_200_000
const HOUR_MS = 3_600_000

/** Contacts of one queue that arrived in one interval. */
export interface ArrivalCell {
  offered: number
  handled: number
  abandoned: number
  shortAbandoned: number
  answeredInTarget: number
  talkSeconds: number
  wrapSeconds: number
  waitSeconds: number
}

export interface ArrivalOptions {
  readonly clock: LocalClock
  /** 900, 1800 or 3600. */
  readonly intervalSeconds: number
  /** An abandoned contact that waited less is a short one. */
  readonly shortSeconds: number
  /** An answer after this wait at the latest is in target. */
  readonly targetSeconds: number
}

/** Counts visits into the intervals in which they arrived, whenever they ended. */
export class ArrivalIntervals {
  readonly #cells = new Map<string, Map<number, ArrivalCell>>()
  /** Starts of the intervals in which the log has any line. */
  readonly #active = new Set<number>()
  readonly #options: ArrivalOptions
  #lastActiveMs = Number.NaN

  constructor(options: ArrivalOptions) {
    this.#options = options
  }

  /** Notes that the log was being written at an instant. */
  witness(timeMs: number): void {
    // Cheap for nearly every line: it lies in the interval of the line before.
    if (timeMs >= this.#lastActiveMs && timeMs < this.#lastActiveMs + this.#stepMs) return
    this.#lastActiveMs = this.#startOf(timeMs)
    this.#active.add(this.#lastActiveMs)
  }

  /** Counts a visit, and returns its cell for what becomes known later. */
  add(visit: QueueVisit): ArrivalCell {
    const cell = this.#cellOf(visit.queue, this.#startOf(visit.enteredMs))
    const { shortSeconds, targetSeconds } = this.#options
    const waitSeconds = visit.waitSeconds ?? 0
    cell.offered++
    if (isHandled(visit)) {
      cell.handled++
      cell.waitSeconds += waitSeconds
      cell.talkSeconds += visit.talkSeconds ?? 0
      if (waitSeconds <= targetSeconds) cell.answeredInTarget++
    } else if (visit.outcome === 'abandoned') {
      cell.abandoned++
      if (waitSeconds < shortSeconds) cell.shortAbandoned++
    }
    return cell
  }

  /**
   * Writes the intervals as rows of the voice channel. Between a queue's first and last contact an
   * interval without contacts is a zero, as the log would have told of any; but not inside a silence
   * of the whole log of two hours or more, which may be a lost piece.
   */
  writeTo(store: RowStore, { withWrap }: { readonly withWrap: boolean }): void {
    const witnessed = this.#witnessedStarts()
    for (const [queue, cells] of this.#cells) {
      const series = store.seriesOf(queue, 'voice')
      const starts = [...cells.keys()].toSorted((a, b) => a - b)
      const first = starts[0] ?? 0
      const last = starts.at(-1) ?? 0
      const all = new Set([
        ...starts,
        ...witnessed.filter((startMs) => startMs > first && startMs < last),
      ])
      for (const startMs of [...all].toSorted((a, b) => a - b)) {
        const cell = cells.get(startMs) ?? emptyCell()
        const handleSeconds = cell.talkSeconds + (withWrap ? cell.wrapSeconds : 0)
        const wrapSeconds = withWrap ? cell.wrapSeconds : Number.NaN
        const { intervalSeconds } = this.#options
        const values = { ...emptyDraft(), ...cell, wrapSeconds, handleSeconds, intervalSeconds }
        store.add(series, values, { row: 0, startMs })
      }
    }
  }

  /** Intervals in which the log was written, and those inside its short silences. */
  #witnessedStarts(): number[] {
    const active = [...this.#active].toSorted((a, b) => a - b)
    const witnessed: number[] = []
    for (const [index, startMs] of active.entries()) {
      witnessed.push(startMs)
      const nextMs = active[index + 1]
      if (nextMs === undefined || nextMs - startMs >= SILENCE_MS) continue
      for (let at = startMs + this.#stepMs; at < nextMs; at += this.#stepMs) witnessed.push(at)
    }
    return witnessed
  }

  get #stepMs(): number {
    return this.#options.intervalSeconds * 1000
  }

  /** Start of the interval on the local clock's grid; offsets of half an hour exist. */
  #startOf(instantMs: number): number {
    const shiftMs = (this.#options.clock.offsetMinutesAt(instantMs) * 60_000) % HOUR_MS
    return Math.floor((instantMs + shiftMs) / this.#stepMs) * this.#stepMs - shiftMs
  }

  #cellOf(queue: string, startMs: number): ArrivalCell {
    let cells = this.#cells.get(queue)
    if (cells === undefined) {
      cells = new Map()
      this.#cells.set(queue, cells)
    }
    let cell = cells.get(startMs)
    if (cell === undefined) {
      cell = emptyCell()
      cells.set(startMs, cell)
    }
    return cell
  }
}

function emptyCell(): ArrivalCell {
  return {
    offered: 0,
    handled: 0,
    abandoned: 0,
    shortAbandoned: 0,
    answeredInTarget: 0,
    talkSeconds: 0,
    wrapSeconds: 0,
    waitSeconds: 0,
  }
}
