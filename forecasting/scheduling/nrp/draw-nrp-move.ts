import type { Random } from '../../kernel/random.ts'
import { OFF } from './nrp-instance.ts'
import type { NrpState } from './nrp-state.ts'

/** Exchanges between two people keep everybody's cover, so they are tried most. */
const EXCHANGE_SHARE = 0.45
const CHANGE_SHARE = 0.4
const STRETCH_MAX = 7
const CHANGE_MAX = 4
const OFF_SHARE = 0.35

/** Draws a change of one or two rows into the state; false when there is nothing to try. */
export function drawNrpMove(state: NrpState, random: Random): boolean {
  const kind = random()
  if (kind < EXCHANGE_SHARE) return exchange(state, random)
  if (kind < EXCHANGE_SHARE + CHANGE_SHARE) return change(state, random)
  return moveWithin(state, random)
}

/** Two people exchange a stretch of days. */
function exchange(state: NrpState, random: Random): boolean {
  const { people, days, mustBeOff } = state.tables
  const a = Math.floor(random() * people)
  const b = Math.floor(random() * people)
  if (a === b) return false
  const length = 1 + Math.floor(random() * STRETCH_MAX)
  const first = Math.floor(random() * days)
  const end = Math.min(days, first + length)
  let differs = false
  for (let day = first; day < end; day++) {
    const ofA = state.roster[a * days + day] as number
    const ofB = state.roster[b * days + day] as number
    if (ofA !== ofB) differs = true
    if (ofB !== OFF && mustBeOff[a * days + day] === 1) return false
    if (ofA !== OFF && mustBeOff[b * days + day] === 1) return false
    if (!isAllowed(state, a, ofB) || !isAllowed(state, b, ofA)) return false
  }
  if (!differs) return false
  state.begin(a, b)
  for (let day = first; day < end; day++) {
    const ofA = state.roster[a * days + day] as number
    state.set(a, day, state.roster[b * days + day] as number)
    state.set(b, day, ofA)
  }
  return true
}

/** One person gets the same shift, or days off, on a stretch of days. */
function change(state: NrpState, random: Random): boolean {
  const { people, days, allowed, mustBeOff } = state.tables
  const person = Math.floor(random() * people)
  const options = allowed[person] as Int32Array
  const isOff = options.length === 0 || random() < OFF_SHARE
  const shift = isOff ? OFF : (options[Math.floor(random() * options.length)] as number)
  // Short stretches most often: the product of two draws is small.
  const length = 1 + Math.floor(random() * random() * CHANGE_MAX)
  const first = Math.floor(random() * days)
  const end = Math.min(days, first + length)
  state.begin(person, -1)
  let differs = false
  for (let day = first; day < end; day++) {
    const isFree = isOff || mustBeOff[person * days + day] === 0
    if (!isFree || state.roster[person * days + day] === shift) continue
    state.set(person, day, shift)
    differs = true
  }
  return differs
}

/** One person exchanges two stretches of their own. */
function moveWithin(state: NrpState, random: Random): boolean {
  const { people, days, mustBeOff } = state.tables
  const person = Math.floor(random() * people)
  const length = 1 + Math.floor(random() * random() * STRETCH_MAX)
  const one = Math.floor(random() * days)
  const other = Math.floor(random() * days)
  if (Math.abs(one - other) < length || Math.max(one, other) + length > days) return false
  const row = person * days
  let differs = false
  for (let i = 0; i < length; i++) {
    const here = state.roster[row + one + i] as number
    const there = state.roster[row + other + i] as number
    if (here !== there) differs = true
    if (there !== OFF && mustBeOff[row + one + i] === 1) return false
    if (here !== OFF && mustBeOff[row + other + i] === 1) return false
  }
  if (!differs) return false
  state.begin(person, -1)
  for (let i = 0; i < length; i++) {
    const here = state.roster[row + one + i] as number
    state.set(person, one + i, state.roster[row + other + i] as number)
    state.set(person, other + i, here)
  }
  return true
}

function isAllowed({ tables }: NrpState, person: number, shift: number): boolean {
  return shift === OFF || (tables.maxShifts[person * tables.shifts + shift] as number) > 0
}
