import { type NrpRoster, OFF } from './nrp-instance.ts'
import type { NrpTables } from './nrp-tables.ts'

const SATURDAY = 5
/** Minutes of an ordinary shift: so much too many or too few is one breach. */
const BREACH_MINUTES = 480

/**
 * Prices one person's row: wishes, and breaches of hard rules by how much each is broken.
 *
 * The search walks through rosters that break rules, because those that break none lie apart.
 */
export class RowPricer {
  readonly #tables: NrpTables
  readonly #counts: Int32Array
  /** How much the row priced last breaks its rules; 0 when it breaks none. */
  breaches = 0

  constructor(tables: NrpTables) {
    this.#tables = tables
    this.#counts = new Int32Array(tables.shifts)
  }

  /** @returns the weights of wishes not granted; `breaches` is set besides */
  price(roster: NrpRoster, person: number): number {
    const { days, shifts, minutes, wishes, forbidden } = this.#tables
    const counts = this.#counts.fill(0)
    const row = person * days
    const width = shifts + 1
    let cost = 0
    let breaches = 0
    let total = 0
    let before = OFF
    for (let day = 0; day < days; day++) {
      const shift = roster[row + day] as number
      cost += wishes[(row + day) * width + shift + 1] as number
      if (shift !== OFF) {
        total += minutes[shift] as number
        counts[shift] = (counts[shift] as number) + 1
        if (before !== OFF) breaches += forbidden[before * shifts + shift] as number
      }
      before = shift
    }
    breaches += this.#runs(roster, person) + this.#weekends(roster, person)
    breaches += this.#limits(person, total)
    this.breaches = breaches
    return cost
  }

  #limits(person: number, total: number): number {
    const { shifts, maxShifts, minMinutes, maxMinutes } = this.#tables
    let breaches = 0
    for (let shift = 0; shift < shifts; shift++) {
      const beyond =
        (this.#counts[shift] as number) - (maxShifts[person * shifts + shift] as number)
      if (beyond > 0) breaches += beyond
    }
    const missing = (minMinutes[person] as number) - total
    const beyond = total - (maxMinutes[person] as number)
    return breaches + Math.max(0, missing, beyond) / BREACH_MINUTES
  }

  #runs(roster: NrpRoster, person: number): number {
    const { days, maxRun, minRun, minDaysOff } = this.#tables
    const row = person * days
    let breaches = 0
    let first = 0
    for (let day = 1; day <= days; day++) {
      const wasWork = roster[row + first] !== OFF
      if (day < days && (roster[row + day] !== OFF) === wasWork) continue
      const length = day - first
      const least = wasWork ? (minRun[person] as number) : (minDaysOff[person] as number)
      if (wasWork && length > (maxRun[person] as number))
        breaches += length - (maxRun[person] as number)
      if (first > 0 && day < days && length < least) breaches += least - length
      first = day
    }
    return breaches
  }

  #weekends(roster: NrpRoster, person: number): number {
    const { days, maxWeekends } = this.#tables
    const row = person * days
    let weekends = 0
    for (let saturday = SATURDAY; saturday < days; saturday += 7) {
      const worksSunday = saturday + 1 < days && roster[row + saturday + 1] !== OFF
      if (roster[row + saturday] !== OFF || worksSunday) weekends++
    }
    return Math.max(0, weekends - (maxWeekends[person] as number))
  }
}
