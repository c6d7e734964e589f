import { type FixedChoices, OPEN } from './fixed-choices.ts'
import type { NrpRoster } from './nrp-instance.ts'
import type { RowSearch } from './row-search.ts'

const PEOPLE_AT_ONCE = { least: 3, most: 12 } as const
const DAYS_AT_ONCE = { least: 4, most: 10 } as const
/** Share of parts drawn of the kind that has served less well so far, and of the work most at that. */
const OTHER_SHARE = { drawn: 0.25, work: 0.1 } as const
/** Gain and work that a kind is taken to have had before it was tried, so that one miss is not its end. */
const BEFORE = { gain: 1, work: 0.01 } as const

type Kind = 'people' | 'days'

/**
 * Draws the part of a roster to choose anew: a few people's rows, or everybody's days of one stretch.
 * Which of the two serves better depends on the instance, so it is learnt as the search goes on.
 */
export class OpenParts {
  readonly #search: RowSearch
  readonly #served = { people: { ...BEFORE }, days: { ...BEFORE } }
  #drawn: Kind = 'days'

  constructor(search: RowSearch) {
    this.#search = search
  }

  /** @returns the roster with the part left open */
  draw(roster: NrpRoster): FixedChoices {
    const { people, days } = this.#served
    const better = people.gain / people.work > days.gain / days.work ? 'people' : 'days'
    const other = better === 'people' ? 'days' : 'people'
    const isTried = this.#served[other].work > OTHER_SHARE.work * (people.work + days.work)
    const isOther = this.#search.random() < OTHER_SHARE.drawn && !isTried
    this.#drawn = isOther ? other : better
    return this.#drawn === 'people' ? this.#openPeople(roster) : this.#openDays(roster)
  }

  /** @param served what the part drawn last brought, and the share of the budget that it took */
  learn(served: { readonly gain: number; readonly work: number }): void {
    const kind = this.#served[this.#drawn]
    kind.gain += served.gain
    kind.work += served.work
  }

  #openPeople(roster: NrpRoster): FixedChoices {
    const { random, windowDays } = this.#search
    const { people, days } = this.#search.tables
    const fixed = roster.slice()
    const from = Math.floor(random() * (days - windowDays + 1))
    const count = this.#between(PEOPLE_AT_ONCE.least, Math.min(people, PEOPLE_AT_ONCE.most))
    for (let drawn = 0; drawn < count; drawn++) {
      const first = Math.floor(random() * people) * days + from
      fixed.fill(OPEN, first, first + windowDays)
    }
    return fixed
  }

  #openDays(roster: NrpRoster): FixedChoices {
    const { people, days } = this.#search.tables
    const fixed = roster.slice()
    const length = this.#between(DAYS_AT_ONCE.least, DAYS_AT_ONCE.most)
    const first = Math.max(1, days - DAYS_AT_ONCE.least + 1)
    const from = Math.floor(this.#search.random() * first)
    for (let person = 0; person < people; person++) {
      const row = person * days
      fixed.fill(OPEN, row + from, row + Math.min(days, from + length))
    }
    return fixed
  }

  #between(least: number, most: number): number {
    const from = Math.min(least, most)
    return from + Math.floor(this.#search.random() * (most - from + 1))
  }
}
