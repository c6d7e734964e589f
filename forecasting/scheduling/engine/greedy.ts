import type { Random } from '../../kernel/random.ts'
import { priceOf, take } from './best-cell.ts'
import { OFF } from './roster.ts'
import { FREE } from './scope.ts'
import type { SearchState } from './search-state.ts'

/** Above this many choices a person's are sampled, so that a long plan does not start for ever. */
const CHOICES_ALL_MAX = 600
const CHOICES_SAMPLED = 150

export interface GreedyOptions {
  readonly random: Random
  /** How free each cell is, as in `scope.ts`. */
  readonly fixed: Uint8Array
  readonly shouldStop: () => boolean
}

/**
 * A first roster: in every round each person, in a random order, gets the one shift that improves
 * the roster most; rounds end when nobody's does.
 */
export function greedy(state: SearchState, options: GreedyOptions): void {
  const { operatorCount, days } = state.problem
  let open = Array.from({ length: operatorCount }, (_, o) => o)
  for (let round = 0; round < days && open.length > 0; round++) {
    shuffle(open, options.random)
    open = open.filter((o) => !options.shouldStop() && addBestShift(state, o, options))
  }
}

interface Choice {
  readonly day: number
  readonly start: number
  readonly shape: number
}

function addBestShift(state: SearchState, o: number, options: GreedyOptions): boolean {
  let best: (Choice & { readonly delta: number }) | undefined
  for (const choice of someChoices(openChoices(state, o, options.fixed), options.random)) {
    const delta = priceOf(state, { o, ...choice })
    if (delta < (best?.delta ?? 0)) best = { ...choice, delta }
  }
  if (best === undefined) return false
  take(state, { o, day: best.day }, best)
  return true
}

/** Every shift that could be added on a day off. */
function openChoices(state: SearchState, o: number, fixed: Uint8Array): Choice[] {
  const { menus, days } = state.problem
  const choices: Choice[] = []
  for (let day = 0; day < days; day++) {
    const cell = o * days + day
    if (fixed[cell] !== FREE || state.roster.start[cell] !== OFF) continue
    const menu = menus.list[menus.ofCell[cell] as number]
    menu?.shapes.forEach((shape, index) => {
      for (const start of menu.starts[index] ?? []) choices.push({ day, start, shape })
    })
  }
  return choices
}

function someChoices(choices: readonly Choice[], random: Random): readonly Choice[] {
  if (choices.length <= CHOICES_ALL_MAX) return choices
  return Array.from(
    { length: CHOICES_SAMPLED },
    () => choices[Math.floor(random() * choices.length)] as Choice,
  )
}

function shuffle(list: number[], random: Random): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = list[i] as number
    list[i] = list[j] as number
    list[j] = held
  }
}
