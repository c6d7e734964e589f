import type { Instance } from '../instance.ts'
import type { OpenColumnProgram } from '../nrp/column-program.ts'
import { DesignWeek, type WeekFigures, type WeekSolution } from './design-week.ts'
import { type MeasuredKind, type ShiftKind, shiftKinds } from './shift-kinds.ts'

/** A kind that is worth offering. */
export interface OfferedKind extends ShiftKind {
  /** How many shifts of it the best week has; a fraction, since people are not yet named. */
  readonly shiftsPerWeek: number
  /** By how much the best week gets dearer when this kind alone is left out, in hours of pay. */
  readonly worth: number
}

/** The best week with each number of kinds, and the kind that came last. */
export interface DesignStep {
  readonly kinds: number
  readonly cost: number
  readonly added: ShiftKind
}

export interface ShiftDesign {
  readonly kinds: readonly OfferedKind[]
  /** What the best week costs with these kinds and with all of them, in hours of pay. */
  readonly cost: number
  readonly costOfAll: number
  readonly kindsInAll: number
  /** The best week with these kinds. */
  readonly week: WeekFigures
  readonly steps: readonly DesignStep[]
}

export interface DesignOptions {
  /** Share by which the week may cost more than with all kinds; 0 or more. */
  readonly tolerance: number
  /** Kinds at most, 1 or more. */
  readonly most: number
  /** Asked between two solutions: true ends the search with what it has, which may cost more. */
  readonly shouldStop?: () => boolean
  /** Told a share of the work, 0..1. */
  readonly onProgress?: (share: number) => void
}

const NEGLIGIBLE = 1e-6
/** So many kinds are tried before one is added: a promise tells the first shift's worth, not the last's. */
const CANDIDATES = 8

/**
 * Which shapes and starts are worth offering: few kinds, with which the best week costs at most a little
 * more than with all of them. Of the few kinds that the prices of the hours promise most of, the one that
 * lowers the cost most is added; in the end every kind is left out without which the cost still holds.
 *
 * The week is a linear program over shifts of unnamed people who can do everything, within the hours and
 * shifts of each contract's people: it tells which times are needed, not who works them.
 *
 * Source: the shift design problem of N. Musliu, A. Schaerf & W. Slany, "Local search for shift design",
 * European Journal of Operational Research 153 (2004); adding by reduced cost as in G. Dantzig, "A comment
 * on Edie's 'Traffic delays at toll booths'", Operations Research 2 (1954).
 */
export function designShifts(
  instance: Instance,
  openProgram: OpenColumnProgram,
  options: DesignOptions,
): ShiftDesign {
  const { shouldStop = () => false, onProgress } = options
  const all = shiftKinds(instance)
  const week = new DesignWeek(instance, openProgram)
  const ofAll = week.solve(all)
  const enough = ofAll.cost * (1 + options.tolerance) + NEGLIGIBLE
  const chosen: MeasuredKind[] = []
  const steps: DesignStep[] = []
  const empty = week.solve(chosen)
  let solution = empty
  while (solution.cost > enough && chosen.length < Math.min(options.most, all.length)) {
    const next = bestAddition(week, all, chosen, solution)
    if (next === undefined || shouldStop()) break
    chosen.push(next.kind)
    solution = next.solution
    const { shape, startMin } = next.kind
    steps.push({ kinds: chosen.length, cost: solution.cost, added: { shape, startMin } })
    const gained = (empty.cost - solution.cost) / (empty.cost - enough)
    onProgress?.(Math.min(1, Math.max(gained ** 2, chosen.length / options.most)))
  }
  const kinds = shouldStop()
    ? chosen
    : withoutNeedless(week, chosen, Math.max(enough, solution.cost + NEGLIGIBLE))
  const last = week.solve(kinds)
  return {
    kinds: kinds
      .map(({ shape, startMin }, index) => ({
        shape,
        startMin,
        shiftsPerWeek: last.shifts[index] as number,
        worth: worthOf(week, kinds, { index, cost: last.cost }),
      }))
      .toSorted((a, b) =>
        a.startMin === b.startMin ? (a.shape < b.shape ? -1 : 1) : a.startMin - b.startMin,
      ),
    cost: last.cost,
    costOfAll: ofAll.cost,
    kindsInAll: all.length,
    week: figuresOf(last),
    steps,
  }
}

/** The best week with every kind that the shapes of an instance allow, and how many there are. */
export function weekOfKinds(
  instance: Instance,
  openProgram: OpenColumnProgram,
): { readonly kinds: number; readonly week: WeekFigures } {
  const kinds = shiftKinds(instance)
  return {
    kinds: kinds.length,
    week: figuresOf(new DesignWeek(instance, openProgram).solve(kinds)),
  }
}

function figuresOf({ cost, shortHours, paidHours }: WeekFigures): WeekFigures {
  return { cost, shortHours, paidHours }
}

interface Addition {
  readonly kind: MeasuredKind
  readonly solution: WeekSolution
}

/** The kind that lowers the cost most, of the few that promise most. */
function bestAddition(
  week: DesignWeek,
  all: readonly MeasuredKind[],
  chosen: readonly MeasuredKind[],
  { promiseOf }: WeekSolution,
): Addition | undefined {
  const promising = all
    .filter((kind) => !chosen.includes(kind))
    .map((kind) => ({ kind, promise: promiseOf(kind) }))
    .filter(({ promise }) => promise > NEGLIGIBLE)
    .toSorted((a, b) => b.promise - a.promise)
    .slice(0, CANDIDATES)
  let best: Addition | undefined
  for (const { kind } of promising) {
    const solution = week.solve([...chosen, kind])
    if (best === undefined || solution.cost < best.solution.cost) best = { kind, solution }
  }
  return best
}

/** Leaves out kinds while the week costs no more than `enough`, the least used first. */
function withoutNeedless(
  week: DesignWeek,
  chosen: readonly MeasuredKind[],
  enough: number,
): readonly MeasuredKind[] {
  const { shifts } = week.solve(chosen)
  const byUse = chosen.toSorted(
    (a, b) => (shifts[chosen.indexOf(a)] ?? 0) - (shifts[chosen.indexOf(b)] ?? 0),
  )
  let kept = chosen
  for (const kind of byUse) {
    const without = kept.filter((one) => one !== kind)
    if (week.solve(without).cost <= enough) kept = without
  }
  return kept
}

function worthOf(
  week: DesignWeek,
  kinds: readonly MeasuredKind[],
  { index, cost }: { readonly index: number; readonly cost: number },
): number {
  return Math.max(0, week.solve(kinds.toSpliced(index, 1)).cost - cost)
}
