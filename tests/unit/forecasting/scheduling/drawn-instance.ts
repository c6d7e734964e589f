import { type Random, mulberry32 } from '#forecasting/kernel/random.ts'
import type { Contract, Instance, Operator } from '#forecasting/scheduling/instance.ts'

import { fixture } from './fixture.ts'

/** What an instance is drawn with. */
export interface Drawing {
  readonly seed: number
  readonly intervalMin: 15 | 30
  readonly weeks: number
  readonly people: number
  readonly skills: number
  /** Agents required by each person that there is; 0 asks for nobody. */
  readonly demandPerPerson: number
  /** Minutes a week beyond what is owed. */
  readonly overtimeMin?: number
}

const BASE = fixture('cc-010-w1-a')
const DAY = 1440

/**
 * A centre drawn by chance: part-time and full-time people and twelve-hour shifts over midnight, skills, night
 * bans, leave, hours away, what each worked before the horizon, and wishes.
 */
export function drawnInstance(drawing: Drawing): Instance {
  const { seed, intervalMin, weeks, people, skills, demandPerPerson, overtimeMin = 0 } = drawing
  const random = mulberry32(seed)
  const days = weeks * 7
  const ids = Array.from({ length: skills }, (_, skill) => `skill${skill}`)
  const perDay = DAY / intervalMin
  return {
    ...BASE,
    name: `drawn ${JSON.stringify(drawing)}`,
    intervalMin,
    days,
    skills: ids.map((id, skill) => ({ id, underWeight: 1 + skill / 4 })),
    demand: Object.fromEntries(
      ids.map((id) => [
        id,
        Array.from({ length: days * perDay }, (_, t) => {
          const share = Math.max(0.05, Math.sin((Math.PI * (t % perDay)) / perDay))
          const agents = (demandPerPerson * people * share * (0.8 + 0.4 * random())) / skills
          return Math.round(agents * 4) / 4
        }),
      ]),
    ),
    contracts: BASE.contracts.map((contract): Contract => ({
      ...contract,
      weekMaxPaidMin: contract.weekMaxPaidMin + overtimeMin,
      periodTargetPaidMin: contract.periodTargetPaidMin * weeks,
      periodMaxPaidMin: (contract.periodMaxPaidMin + overtimeMin) * weeks,
    })),
    operators: Array.from({ length: people }, (_, o) => drawnOperator(random, o, { ids, days })),
  }
}

function drawnOperator(
  random: Random,
  o: number,
  { ids, days }: { readonly ids: readonly string[]; readonly days: number },
): Operator {
  const below = (count: number): number => Math.floor(random() * count)
  const contract = BASE.contracts[below(BASE.contracts.length)]?.id ?? ''
  const isNightBan = contract !== 'SW12' && random() < 0.2
  const first = below(ids.length)
  const consecDays = below(5)
  const isAway = random() < 0.2
  const from = below(days) * DAY + 600
  return {
    id: `op${o}`,
    skills: ids.filter((_, skill) => skill === first || random() < 0.3),
    contract,
    nightBan: isNightBan,
    history: {
      lastShiftEnd: consecDays === 0 ? -3 * DAY : below(isNightBan ? 1 : 60) * 10 - 180,
      consecDays,
      consecNights: isNightBan ? 0 : Math.min(consecDays, below(3)),
    },
    leaveDays: random() < 0.2 ? [below(days - 1), days - 1] : [],
    unavailable: isAway ? [[from, from + 240]] : [],
    prefs: {
      daysOff: random() < 0.3 ? [{ day: below(days), weight: 2 }] : [],
      start: random() < 0.3 ? { fromMin: 480, toMin: 660, weight: 0.5 } : null,
    },
  }
}
