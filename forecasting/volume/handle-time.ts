import { halfLifeWeight } from '../kernel/half-life.ts'
import type { DayMatrix } from './day-matrix.ts'

/** Weight of a day falls to half over this many days. */
export const HALF_LIFE_DAYS = 28
/** Contacts of the queue's own mean that stand beside a slot's or a weekday's. */
const BORROWED_CONTACTS = 200

/** Mean handle time by weekday and slot, seconds. */
export interface HandleTimes {
  /** Null when no handle time was ever known. */
  at(weekday: number, slot: number): number | null
}

/**
 * Learns handle times: the queue's recent mean, times the effect of the slot, times that of the
 * weekday; each effect is drawn to 1 by how few contacts it rests on.
 */
export function handleTimes(matrix: DayMatrix): HandleTimes {
  const { slotsPerDay, weekdays } = matrix
  const slots = new Effects(slotsPerDay)
  const days = new Effects(7)
  const last = weekdays.length - 1
  for (let cell = 0; cell < matrix.handled.length; cell++) {
    const contacts = matrix.handled[cell] as number
    if (!(contacts > 0)) continue
    const day = Math.floor(cell / slotsPerDay)
    const weight = halfLifeWeight(last - day, HALF_LIFE_DAYS)
    const seconds = matrix.handleSeconds[cell] as number
    slots.add(cell % slotsPerDay, weight * contacts, weight * seconds)
    days.add(weekdays[day] as number, weight * contacts, weight * seconds)
  }
  const overall = slots.overall()
  return {
    at: (weekday, slot) =>
      overall === null ? null : overall * slots.effect(slot) * days.effect(weekday),
  }
}

class Effects {
  readonly #contacts: Float64Array
  readonly #seconds: Float64Array

  constructor(count: number) {
    this.#contacts = new Float64Array(count)
    this.#seconds = new Float64Array(count)
  }

  add(place: number, contacts: number, seconds: number): void {
    this.#contacts[place] = (this.#contacts[place] as number) + contacts
    this.#seconds[place] = (this.#seconds[place] as number) + seconds
  }

  overall(): number | null {
    const contacts = this.#contacts.reduce((sum, count) => sum + count, 0)
    return contacts === 0 ? null : this.#seconds.reduce((sum, part) => sum + part, 0) / contacts
  }

  effect(place: number): number {
    const overall = this.overall()
    if (overall === null || overall === 0) return 1
    const contacts = this.#contacts[place] as number
    const borrowed = BORROWED_CONTACTS * overall
    const blended = ((this.#seconds[place] as number) + borrowed) / (contacts + BORROWED_CONTACTS)
    return blended / overall
  }
}
