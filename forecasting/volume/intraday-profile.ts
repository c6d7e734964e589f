import { halfLifeWeight } from '../kernel/half-life.ts'
import { portableExp } from '../kernel/portable-exp.ts'
import { slotsOfDay } from './day-matrix.ts'
import type { DayMatrix } from './day-matrix.ts'

/** Weight of a day falls to half over this many days. */
const HALF_LIFE_DAYS = 70

/** Contacts of borrowed shape that stand beside a weekday's own. */
const BORROWED_CONTACTS = 10_000

/** Standard deviations of the chi-square statistic that chance may add. */
const CHANCE_DEVIATIONS = 3
/** Excess per pair of contacts at which a weekday lends a quarter of what it would. */
const UNLIKE_EXCESS = 1 / 33

/** Slots on either side, short of which others lend to a slot, round by round. */
const SMOOTHING_REACHES = [1.4, 1.96, 2.744]
/** Squared deviations at which a neighbour's say has fallen to a third. */
const DIFFERENCE = 2

/** Shares of a day's volume by slot, each summing to 1 (or all 0 when closed). */
export interface IntradayProfiles {
  /** Seven profiles, Monday first. */
  readonly byWeekday: readonly Float64Array[]
  /** The profile of special days that people rest on. */
  readonly special: Float64Array
}

/** Weighted volume by slot, with the weighted day totals over which each slot was known. */
interface SlotVolumes {
  readonly contacts: Float64Array
  readonly exposure: Float64Array
}

/**
 * Learns how a day's volume spreads over its slots.
 *
 * Each weekday's exponentially weighted shares are drawn towards those of the weekdays that look
 * like it, as if {@link BORROWED_CONTACTS} contacts of theirs had been its own: a busy queue keeps
 * its own shapes and a small one shares.
 *
 * @param days.totals contacts of each day, NaN when not known
 * @param days.weights 0..1 of each day: 0 leaves it out (outlier, special)
 * @param days.special true where the special profile learns instead of the weekday's
 */
export function intradayProfiles(
  matrix: DayMatrix,
  days: {
    readonly totals: Float64Array
    readonly weights: Float64Array
    readonly special: readonly boolean[]
  },
): IntradayProfiles {
  const volumes = Array.from({ length: 8 }, () => emptyVolumes(matrix.slotsPerDay))
  const last = matrix.dates.length - 1
  for (let day = 0; day <= last; day++) {
    const isSpecial = days.special[day] === true
    const age = halfLifeWeight(last - day, HALF_LIFE_DAYS)
    const weight = isSpecial ? age : age * (days.weights[day] as number)
    const group = volumes[isSpecial ? 7 : (matrix.weekdays[day] as number)] as SlotVolumes
    addDay(group, slotsOfDay(matrix, day), { total: days.totals[day] as number, weight })
  }
  const shares = volumes.map(sharesOf)
  const byWeekday = Array.from({ length: 7 }, (_, weekday) => {
    const borrowed = borrowedShares(weekday, { volumes, shares })
    const blended = blend(
      volumes[weekday] as SlotVolumes,
      shares[weekday] as Float64Array,
      borrowed,
    )
    const lent = volumes
      .slice(0, 7)
      .reduce((sum, lender, day) => sum + (day === weekday ? 0 : contactsOf(lender)), 0)
    const own = contactsOf(volumes[weekday] as SlotVolumes)
    return smoothed(blended, own + Math.min(lent, BORROWED_CONTACTS))
  })
  // People rest on Sunday: until special days have shown their own shape, they have Sunday's.
  const rest = [6, 5, 0].map((weekday) => byWeekday[weekday] as Float64Array)
  const restDay = rest.find((profile) => profile.some((share) => share > 0)) ?? shares[0]
  return {
    byWeekday,
    special: blend(volumes[7] as SlotVolumes, shares[7] as Float64Array, restDay as Float64Array),
  }
}

function emptyVolumes(slots: number): SlotVolumes {
  return { contacts: new Float64Array(slots), exposure: new Float64Array(slots) }
}

function addDay(
  volumes: SlotVolumes,
  counts: Float64Array,
  day: { readonly total: number; readonly weight: number },
): void {
  if (!(day.total > 0) || day.weight === 0) return
  counts.forEach((count, slot) => {
    if (Number.isNaN(count)) return
    volumes.contacts[slot] = (volumes.contacts[slot] as number) + day.weight * count
    volumes.exposure[slot] = (volumes.exposure[slot] as number) + day.weight * day.total
  })
}

function sharesOf(volumes: SlotVolumes): Float64Array {
  return normalised(
    volumes.contacts.map((contacts, slot) =>
      contacts === 0 ? 0 : contacts / (volumes.exposure[slot] as number),
    ),
  )
}

function contactsOf(volumes: SlotVolumes): number {
  return volumes.contacts.reduce((sum, contacts) => sum + contacts, 0)
}

function normalised(shares: Float64Array): Float64Array {
  const sum = shares.reduce((total, share) => total + share, 0)
  return sum === 0 ? shares : shares.map((share) => share / sum)
}

/** Other weekdays' shares, weighted by their volume and by how alike they are. */
function borrowedShares(
  weekday: number,
  all: { readonly volumes: readonly SlotVolumes[]; readonly shares: readonly Float64Array[] },
): Float64Array {
  const own = all.volumes[weekday] as SlotVolumes
  const borrowed = new Float64Array(own.contacts.length)
  for (let other = 0; other < 7; other++) {
    const lender = all.volumes[other] as SlotVolumes
    const weight = contactsOf(lender) * alikeness(own, lender)
    if (weight === 0) continue
    const shares = all.shares[other] as Float64Array
    for (let slot = 0; slot < borrowed.length; slot++) {
      borrowed[slot] = (borrowed[slot] as number) + weight * (shares[slot] as number)
    }
  }
  return normalised(borrowed)
}

/**
 * 1 when two shapes may differ by chance alone, falling to 0 as they truly differ: the excess of the
 * two-sample chi-square statistic over what chance gives it, per pair of contacts. Without the
 * allowance for chance, young queues borrow from whichever weekday happens to look alike.
 */
function alikeness(a: SlotVolumes, b: SlotVolumes): number {
  const contactsA = contactsOf(a)
  const contactsB = contactsOf(b)
  if (contactsB === 0) return 0
  // Nothing was seen of the weekday itself: any other is as good as the next.
  if (contactsA === 0) return 1
  const scale = Math.sqrt(contactsB / contactsA)
  let statistic = 0
  let freedom = -1
  for (let slot = 0; slot < a.contacts.length; slot++) {
    const inA = a.contacts[slot] as number
    const inB = b.contacts[slot] as number
    if (inA + inB === 0) continue
    statistic += (scale * inA - inB / scale) ** 2 / (inA + inB)
    freedom++
  }
  const pairs = (contactsA * contactsB) / (contactsA + contactsB)
  const chance = freedom + CHANCE_DEVIATIONS * Math.sqrt(2 * Math.max(freedom, 0))
  const excess = Math.max(statistic - chance, 0) / pairs
  return 1 / (1 + excess / UNLIKE_EXCESS) ** 2
}

function blend(volumes: SlotVolumes, own: Float64Array, borrowed: Float64Array): Float64Array {
  const contacts = contactsOf(volumes)
  const trust = contacts / (contacts + BORROWED_CONTACTS)
  return own.map((share, slot) => trust * share + (1 - trust) * (borrowed[slot] as number))
}

/**
 * Averages neighbouring slots while they do not differ by more than chance, first over the nearest
 * and then, with what that taught, farther. An opening edge does differ, and stays sharp.
 *
 * Source: J. Polzehl and V. Spokoiny, "Propagation-separation approach for local likelihood
 * estimation", Probability Theory and Related Fields 135 (2006), for Poisson counts.
 *
 * @param contacts that the shares rest on
 */
function smoothed(shares: Float64Array, contacts: number): Float64Array {
  const counts = shares.map((share) => share * contacts)
  let slots = Array.from(counts, (level) => ({ level, weight: 1 }))
  for (const reach of SMOOTHING_REACHES) {
    const known = slots
    slots = known.map((_, slot) => averageNear(slot, reach, { counts, known }))
  }
  return normalised(Float64Array.from(slots, ({ level }) => level))
}

/** What a slot is believed to hold, and the slots' worth of evidence for it. */
interface SmoothSlot {
  readonly level: number
  readonly weight: number
}

function averageNear(
  slot: number,
  reach: number,
  day: { readonly counts: Float64Array; readonly known: readonly SmoothSlot[] },
): SmoothSlot {
  const own = day.known[slot] as SmoothSlot
  let sum = 0
  let weights = 0
  const first = Math.max(0, Math.ceil(slot - reach))
  const last = Math.min(day.counts.length - 1, Math.floor(slot + reach))
  for (let other = first; other <= last; other++) {
    const { level } = day.known[other] as SmoothSlot
    const gap = own.level - level
    const chance = own.level + level
    const score = chance === 0 ? 0 : (own.weight * gap * gap) / chance
    const distance = (other - slot) / reach
    const weight = (1 - distance * distance) * portableExp(-Math.min(score / DIFFERENCE, 600))
    sum += weight * (day.counts[other] as number)
    weights += weight
  }
  return { level: sum / weights, weight: weights }
}
