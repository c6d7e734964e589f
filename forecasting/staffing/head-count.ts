import { wholeUp } from './shrinkage.ts'

const MONTHS_PER_YEAR = 12

/** People, as full-time equivalents: all of them, and those who can do each kind of work. */
export interface People {
  readonly all: number
  /** In the order of `HeadCountInput.skills`. */
  readonly bySkill: readonly number[]
}

export interface HeadCountInput {
  /** Names of what work asks for; only their number and order matter here. */
  readonly skills: readonly string[]
  /** Needed in each month. */
  readonly needed: readonly People[]
  /** Who work today. */
  readonly today: People
  /** Of these, who will have left by each month, as far as that is known. */
  readonly knownLeavers: readonly People[]
  /** Of these, who are on long leave in each month. */
  readonly away: readonly People[]
  /** Share of people who leave within a year, known or not: 0..1. */
  readonly yearlyAttrition: number
  /** Whole months from the decision to hire until somebody takes contacts alone. */
  readonly hiringMonths: number
  /** Whole months from the beginning of training until it is proven by an assessment. */
  readonly trainingMonths: number
}

/** One month of the plan for all, or for one skill. */
export interface HeadCountLine {
  readonly needed: number
  /** Who would be there if nothing were done. */
  readonly without: number
  /** Who are there if the plan is kept. */
  readonly with: number
  /** Whole people that nothing can bring in time. */
  readonly short: number
}

export interface HeadCountMonth extends HeadCountLine {
  /** People to begin to hire in this month, so that they are ready when they are needed. */
  readonly hire: number
  /** Of whom were begun to hire before, who take contacts from this month on. */
  readonly arrive: number
  readonly skills: readonly (HeadCountLine & {
    /** People of the centre to begin to train in this month. */
    readonly train: number
  })[]
}

/**
 * When to hire and whom to train, so that no month lacks people or a competence (п. 25 of the order): as
 * late as the lead times allow and as few as possible. The number of people decides on hiring; newcomers
 * learn what is lacking in the month they arrive; what is lacking still is taught to people of the centre.
 * People who leave without notice leave at an even rate, newcomers too; those known to leave are part of
 * them, not beside them.
 *
 * @returns a line for each month, in order
 * @throws {RangeError} unless attrition is in `[0, 1)`, lead times are whole and not negative, and all lists
 *   are as long as there are months and skills
 */
export function planHeadCount(input: HeadCountInput): HeadCountMonth[] {
  checkInput(input)
  const { needed, skills, hiringMonths, trainingMonths } = input
  const kept = (1 - input.yearlyAttrition) ** (1 / MONTHS_PER_YEAR)
  const hires = new Arrivals(kept)
  const gains = skills.map(() => new Arrivals(kept))
  const found = needed.map((need, month) => {
    const without = availableIn(input, kept, month)
    const before = without.all + hires.in(month)
    const missing = wholeUp(need.all - before)
    const arrive = month < hiringMonths ? 0 : missing
    hires.add(month, arrive)
    const all = before + arrive
    const lines = skills.map((_, at) => {
      const gain = gains[at] as Arrivals
      const wanted = need.bySkill[at] as number
      const own = without.bySkill[at] as number
      const learnt = wanted > own + gain.in(month) ? arrive : 0
      gain.add(month, learnt)
      const can = own + gain.in(month)
      const unskilled = wholeUp(wanted - can)
      const teachable = Math.max(0, Math.floor(all - can))
      const trained = month < trainingMonths ? 0 : Math.min(unskilled, teachable)
      gain.add(month, trained)
      const line = { needed: wanted, without: own, with: can + trained, short: unskilled - trained }
      return { line, trained }
    })
    // Counted from the whole people missing: a difference of what came would lose them to rounding.
    return {
      needed: need.all,
      without: without.all,
      with: all,
      short: missing - arrive,
      arrive,
      lines,
    }
  })
  return found.map(({ lines, ...line }, month) => ({
    ...line,
    hire: found[month + hiringMonths]?.arrive ?? 0,
    skills: lines.map(({ line: skill }, at) => ({
      ...skill,
      train: found[month + trainingMonths]?.lines[at]?.trained ?? 0,
    })),
  }))
}

/** Who of today's people are there in a month, the first of which is one month away. */
function availableIn(
  { today, knownLeavers, away }: HeadCountInput,
  kept: number,
  month: number,
): People {
  const lost = 1 - kept ** (month + 1)
  const left = (people: number, known: number, onLeave: number): number =>
    Math.max(0, people - Math.max(known, people * lost) - onLeave)
  const known = knownLeavers[month] as People
  const absent = away[month] as People
  return {
    all: left(today.all, known.all, absent.all),
    bySkill: today.bySkill.map((people, at) =>
      left(people, known.bySkill[at] as number, absent.bySkill[at] as number),
    ),
  }
}

/** People who come in some month and leave at the same rate as everybody else. */
class Arrivals {
  readonly #kept: number
  readonly #byMonth = new Map<number, number>()

  constructor(kept: number) {
    this.#kept = kept
  }

  add(month: number, people: number): void {
    this.#byMonth.set(month, (this.#byMonth.get(month) ?? 0) + people)
  }

  in(month: number): number {
    let people = 0
    for (const [came, number] of this.#byMonth) people += number * this.#kept ** (month - came)
    return people
  }
}

function checkInput(input: HeadCountInput): void {
  const { yearlyAttrition, hiringMonths, trainingMonths, needed, knownLeavers, away } = input
  if (!(yearlyAttrition >= 0 && yearlyAttrition < 1)) {
    throw new RangeError(`yearlyAttrition must be in [0, 1), got ${yearlyAttrition}`)
  }
  for (const lead of [hiringMonths, trainingMonths]) {
    if (!Number.isInteger(lead) || lead < 0) {
      throw new RangeError(`lead times must be whole months from 0, got ${lead}`)
    }
  }
  if (knownLeavers.length !== needed.length || away.length !== needed.length) {
    throw new RangeError('needed, knownLeavers and away must have the same months')
  }
  for (const { bySkill } of [input.today, ...needed, ...knownLeavers, ...away]) {
    if (bySkill.length !== input.skills.length) {
      throw new RangeError(`bySkill must have ${input.skills.length} skills, got ${bySkill.length}`)
    }
  }
}
