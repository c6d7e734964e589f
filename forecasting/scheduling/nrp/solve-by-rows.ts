import { checkNrp } from './check-nrp.ts'
import { dive } from './dive.ts'
import { firstRows } from './first-rows.ts'
import { type FixedChoices, OPEN } from './fixed-choices.ts'
import { generateRows } from './generate-rows.ts'
import type { NrpRoster } from './nrp-instance.ts'
import { OpenParts } from './open-parts.ts'
import { RestrictedMaster } from './restricted-master.ts'
import type { RowSearch } from './row-search.ts'

/** Shares of the budget by which rows must have been generated, and the first dive be done. */
const GENERATED_BY = 0.35
const DIVED_BY = 0.65
/** With little of the budget used, rows are generated to the end, which proves the most. */
const GAP_ENOUGH = { early: 1e-9, late: 0.002, from: 0.2 } as const
/** Share of the open days fixed in a round of a dive: as few as there is time for. */
const FIXED_SHARE = { least: 0.05, most: 0.5 } as const
/** After so many rounds of a share of `1 / ROUNDS` each, few days are left open. */
const ROUNDS_OF_SHARE = 3
/** Share of the budget after which a part is fixed, if rows still pay. */
const PART_GENERATED = 0.05
/** More equations than these, in a month, are not solved over all rows in time: parts alone do better. */
const EQUATIONS_MOST = { always: 60, perSecond: 8, days: 28 } as const
/** Weights are whole numbers: a better roster costs at least one less. */
const STEP = 1

export interface RowSolution {
  readonly roster: NrpRoster
  readonly penalty: number
  /** No roster costs less; undefined where there was no time for a bound. */
  readonly bound?: number
}

/**
 * Chooses a whole row for each person: a linear program over rows proves a bound, a dive makes a
 * roster of its solution, and then a few people's rows, or everybody's few days, are chosen anew
 * again and again while the bound of the part leaves hope. Where the whole is too large for the budget
 * only parts are chosen.
 *
 * Every roster on the way keeps the hard rules.
 *
 * @returns undefined when some person has no row that keeps every rule
 */
export function solveByRows(search: RowSearch): RowSolution | undefined {
  const { work } = search
  const first = firstRows(search)
  if (first === undefined) return undefined
  let best = { roster: first, penalty: checkNrp(search.instance, first).penalty }
  const whole = chooseAll(search, best)
  best = whole.best
  const bound = Math.ceil(whole.bound - 1e-6)
  const parts = new OpenParts(search)
  while (work.share() < 1 && best.penalty > bound) {
    const begun = work.share()
    const open = parts.draw(best.roster)
    work.addOpening(open.length)
    const end = begun + PART_GENERATED
    const { roster } = chooseAnew(search, open, { penalty: best.penalty, generateBy: end })
    const before = best.penalty
    best = better(search, best, roster)
    parts.learn({ gain: before - best.penalty, work: work.share() - begun })
  }
  return Number.isFinite(bound) ? { ...best, bound } : best
}

interface Found {
  readonly roster: NrpRoster
  readonly penalty: number
}

/** Chooses everybody's row, where there is time for it. */
function chooseAll(
  search: RowSearch,
  best: Found,
): { readonly bound: number; readonly best: Found } {
  const { tables, work, instance } = search
  const equations = tables.people + instance.cover.length
  const rowLength = Math.sqrt(Math.max(1, tables.days / EQUATIONS_MOST.days))
  if (equations * rowLength > EQUATIONS_MOST.always + EQUATIONS_MOST.perSecond * work.seconds) {
    return { bound: Number.NEGATIVE_INFINITY, best }
  }
  const everything = new Int8Array(tables.people * tables.days).fill(OPEN)
  const { penalty } = best
  const { bound, roster } = chooseAnew(search, everything, { penalty, generateBy: GENERATED_BY })
  return { bound, best: better(search, best, roster) }
}

function better({ instance }: RowSearch, best: Found, roster: NrpRoster | undefined): Found {
  if (roster === undefined) return best
  const { penalty } = checkNrp(instance, roster)
  return penalty < best.penalty ? { roster, penalty } : best
}

/** Chooses what is open anew, if less than `penalty` may come of it. */
function chooseAnew(
  search: RowSearch,
  open: FixedChoices,
  { penalty, generateBy }: { readonly penalty: number; readonly generateBy: number },
): { readonly bound: number; readonly roster: NrpRoster | undefined } {
  const { tables, work, random } = search
  const cutoff = penalty - STEP
  search.pool.makeRoom()
  const master = new RestrictedMaster(search, open)
  try {
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
