import { checkNrp } from './check-nrp.ts'
import { dive } from './dive.ts'
import { firstRows } from './first-rows.ts'
import { type FixedChoices, OPEN } from './fixed-choices.ts'
import { generateRows } from './generate-rows.ts'
import type { NrpRoster } from './nrp-instance.ts'
import { RestrictedMaster } from './restricted-master.ts'
import type { RowSearch } from './row-search.ts'

/** Shares of the budget by which rows must have been generated, and the first dive be done. */
const GENERATED_BY = 0.4
const DIVED_BY = 0.9
/** With little of the budget used, rows are generated to the end, which proves the most. */
const GAP_ENOUGH = { early: 1e-9, late: 0.002, from: 0.2 } as const
/** Share of the open days fixed in a round of a dive: as few as there is time for. */
const FIXED_SHARE = { least: 0.05, most: 0.5 } as const
/** After so many rounds of a share of `1 / ROUNDS` each, few days are left open. */
const ROUNDS_OF_SHARE = 3
const PEOPLE_AT_ONCE = { least: 3, most: 12 } as const
const DAYS_AT_ONCE = { least: 4, most: 10 } as const
const PEOPLE_SHARE = 0.6
/** Weights are whole numbers: a better roster costs at least one less. */
const STEP = 1

export interface RowSolution {
  readonly roster: NrpRoster
  readonly penalty: number
  /** No roster costs less, unless a limit on shifts hid one (`row-planner.ts`). */
  readonly bound: number
}

/**
 * Chooses a whole row for each person: a linear program over rows proves a bound, a dive makes a
 * roster of its solution, and then a few people's rows, or everybody's few days, are chosen anew
 * again and again while the bound of the part leaves hope.
 *
 * Every roster on the way keeps the hard rules.
 *
 * @returns undefined when some person has no row that keeps every rule
 */
export function solveByRows(search: RowSearch): RowSolution | undefined {
  const { tables, work } = search
  const first = firstRows(search)
  if (first === undefined) return undefined
  let best = { roster: first, penalty: checkNrp(search.instance, first).penalty }
  const everything = new Int8Array(tables.people * tables.days).fill(OPEN)
  const whole = chooseAnew(search, everything, best.penalty)
  const bound = Math.ceil(whole.bound - 1e-6)
  best = better(search, best, whole.roster)
  while (work.share() < 1 && best.penalty > bound) {
    const { roster } = chooseAnew(search, openPart(search, best.roster), best.penalty)
    best = better(search, best, roster)
  }
  return { ...best, bound }
}

function better<T extends { roster: NrpRoster; penalty: number }>(
  { instance }: RowSearch,
  best: T,
  roster: NrpRoster | undefined,
): T | { roster: NrpRoster; penalty: number } {
  if (roster === undefined) return best
  const { penalty } = checkNrp(instance, roster)
  return penalty < best.penalty ? { roster, penalty } : best
}

/** Chooses what is open anew, if less than `penalty` may come of it. */
function chooseAnew(
  search: RowSearch,
  open: FixedChoices,
  penalty: number,
): { readonly bound: number; readonly roster: NrpRoster | undefined } {
  const { tables, work, random } = search
  const cutoff = penalty - STEP
  const master = new RestrictedMaster(search, open)
  try {
    const generateBy = Math.max(GENERATED_BY, work.share() + GENERATED_BY * (1 - work.share()))
    const isSpent = (): boolean => work.share() > generateBy
    const gap = (): number => (work.share() < GAP_ENOUGH.from ? GAP_ENOUGH.early : GAP_ENOUGH.late)
    const bound = generateRows(master, { cutoff, gap, isSpent })
    if (bound > cutoff + 1e-6) return { bound, roster: undefined }
    const share = fixedShare(work)
    return { bound, roster: dive(master, tables, { cutoff, random, share }) }
  } finally {
    master.dispose()
  }
}

/** The share of days to fix in the next round, so that a dive ends within the budget. */
function fixedShare(work: RowSearch['work']): () => number {
  const end = work.share() < DIVED_BY ? DIVED_BY : 1
  let before = work.share()
  return () => {
    const now = work.share()
    const rounds = Math.max(1, (end - now) / Math.max(1e-9, now - before))
    before = now
    return Math.min(FIXED_SHARE.most, Math.max(FIXED_SHARE.least, ROUNDS_OF_SHARE / rounds))
  }
}

/** The roster with a few people's rows, or everybody's days of a stretch, left open. */
function openPart({ tables, random }: RowSearch, roster: NrpRoster): FixedChoices {
  const { people, days } = tables
  const fixed: FixedChoices = roster.slice()
  if (random() < PEOPLE_SHARE) {
    const most = Math.min(people, PEOPLE_AT_ONCE.most)
    const least = Math.min(most, PEOPLE_AT_ONCE.least)
    const count = least + Math.floor(random() * (most - least + 1))
    for (let drawn = 0; drawn < count; drawn++) {
      const person = Math.floor(random() * people)
      fixed.fill(OPEN, person * days, (person + 1) * days)
    }
    return fixed
  }
  const range = DAYS_AT_ONCE.most - DAYS_AT_ONCE.least
  const length = DAYS_AT_ONCE.least + Math.floor(random() * (range + 1))
  const from = Math.floor(random() * Math.max(1, days - DAYS_AT_ONCE.least + 1))
  for (let person = 0; person < people; person++) {
    fixed.fill(OPEN, person * days + from, person * days + Math.min(days, from + length))
  }
  return fixed
}
