import type { ClosedHours } from './closed-hours.ts'

const DAY_MINUTES = 1_440
const DAYS = 7

/** A stretch of a weekday in which contacts came although the queue is closed by its settings. */
export interface OutsideHours extends ClosedHours {
  /** Of all weeks together. */
  readonly contacts: number
}

/** When a queue is open, by weekday from Monday, in minutes after local midnight; half-open. */
export type OpeningHours = readonly (readonly {
  readonly fromMinutes: number
  readonly toMinutes: number
}[])[]

/**
 * Contacts that a history has outside a queue's hours: the hours are set wrong, or the contacts meet
 * nobody and will be missing from every forecast. A slot that is open for a part counts as open.
 *
 * @param contactsBySlot contacts by slot of the week, from Monday midnight; the slots are equal
 * @returns stretches of slots in a row with contacts, ascending
 */
export function findOutsideHours(
  contactsBySlot: readonly number[],
  hours: OpeningHours,
): readonly OutsideHours[] {
  const slotsOfDay = contactsBySlot.length / DAYS
  const slotMinutes = DAY_MINUTES / slotsOfDay
  const found: OutsideHours[] = []
  for (const [slot, contacts] of contactsBySlot.entries()) {
    const weekday = Math.floor(slot / slotsOfDay) as ClosedHours['weekday']
    const fromMinute = (slot % slotsOfDay) * slotMinutes
    const toMinute = fromMinute + slotMinutes
    const isOpen = (hours[weekday] ?? []).some(
      (open) => open.fromMinutes < toMinute && fromMinute < open.toMinutes,
    )
    if (contacts === 0 || isOpen) continue
    const last = found.at(-1)
    const isNext = last?.weekday === weekday && last.toMinute === fromMinute
    if (isNext) found.pop()
    found.push({
      weekday,
      fromMinute: isNext ? last.fromMinute : fromMinute,
      toMinute,
      contacts: contacts + (isNext ? last.contacts : 0),
    })
  }
  return found
}
