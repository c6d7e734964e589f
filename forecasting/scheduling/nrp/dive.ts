import type { Random } from '../../kernel/random.ts'
import { OPEN, keepsTo } from './fixed-choices.ts'
import type { NrpRoster } from './nrp-instance.ts'
import type { RestrictedMaster } from './restricted-master.ts'

/** Rounds in which rows are added after each fixing. */
const PRICED_ROUNDS = 2
/** By how much a share may seem larger or smaller than it is, so that no two dives are the same. */
const NOISE = 0.1
const CERTAIN = 0.999
const ROUNDS_MAX = 1000
const EPSILON = 1e-6

/**
 * Fixes the days that the solution is most certain of, adds rows that keep to them, and so on until
 * one row for each person is left. Fixing days, and not whole rows, leaves rows to be found.
 *
 * Source: P. Strandmark, Y. Qu & T. Curtois, "First-order linear programming in a column
 * generation-based heuristic approach to the nurse rostering problem", Computers & Operations
 * Research 120 (2020).
 *
 * @param options.share of the open days that are fixed in a round
 * @returns the roster, or undefined when none below the cutoff is left
 */
export function dive(
  master: RestrictedMaster,
  tables: { readonly days: number; readonly shifts: number },
  options: { readonly cutoff: number; readonly random: Random; readonly share: () => number },
): NrpRoster | undefined {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    if (master.objective > options.cutoff + EPSILON) return undefined
    const roster = master.wholeRoster()
    if (roster !== undefined) return roster
    fixSurest(master, tables, options)
    master.closeUnfit()
    master.solve()
    for (let priced = 0; priced < PRICED_ROUNDS; priced++) {
      if (master.price(master.coverDuals).added === 0) break
      master.solve()
    }
  }
  return undefined
}

interface Candidate {
  readonly person: number
  readonly day: number
  readonly choice: number
  readonly certainty: number
}

function fixSurest(
  master: RestrictedMaster,
  tables: { readonly days: number; readonly shifts: number },
  { random, share }: { readonly random: Random; readonly share: () => number },
): void {
  const { days } = tables
  const rowsOf = Map.groupBy(master.chosen(), ({ person }) => person)
  const candidates = master.people
    .flatMap((person) => uncertainDays(master, tables, rowsOf.get(person) ?? [], person))
    .map((one) => ({ ...one, certainty: one.certainty + NOISE * (random() - 0.5) }))
    .toSorted((a, b) => b.certainty - a.certainty)
  let left = Math.max(1, Math.ceil(candidates.length * share()))
  for (const { person, day, choice } of candidates) {
    if (left === 0) return
    // Of two days that are sure each, there may be no row with both.
    const isPossible = rowsOf
      .get(person)
      ?.some(({ row }) => row[day] === choice && keepsTo(master.fixed, person * days, row))
    if (isPossible !== true) continue
    master.fixed[person * days + day] = choice
    left--
  }
}

/** The likeliest choice of each open day on which a person's rows differ. */
function uncertainDays(
  { fixed }: RestrictedMaster,
  { days, shifts }: { readonly days: number; readonly shifts: number },
  rows: readonly { readonly row: Int8Array; readonly share: number }[],
  person: number,
): Candidate[] {
  const candidates: Candidate[] = []
  for (let day = 0; day < days; day++) {
    if (fixed[person * days + day] !== OPEN) continue
    const shares = new Float64Array(shifts + 1)
    for (const { row, share } of rows) {
      const at = (row[day] as number) + 1
      shares[at] = (shares[at] as number) + share
    }
    const certainty = Math.max(...shares)
    if (certainty > CERTAIN) continue
    candidates.push({ person, day, choice: shares.indexOf(certainty) - 1, certainty })
  }
  return candidates
}
