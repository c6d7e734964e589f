import type { Factor } from './surveys.schema.ts'

export const MARK_MAX = 5
/** From this mark on an answer is a favourable one. */
const FAVOURABLE_MARK = 4

/** How often a mark was given to a question in a team; '' is for people in none. */
export interface Tally {
  readonly team: string
  readonly position: number
  readonly mark: number
  readonly answers: number
}

export interface FactorResult {
  readonly factor: Factor
  /** 1..5 */
  readonly mean: number
  /** Share of marks 4 and 5. */
  readonly favourable: number
}

export interface QuestionResult {
  readonly position: number
  readonly mean: number
  /** How often each mark was given, from 1 to 5. */
  readonly counts: readonly number[]
}

export interface GroupResult {
  readonly team: string
  readonly people: number
  readonly factors: readonly FactorResult[]
}

export interface SurveyResults {
  readonly people: number
  readonly factors: readonly FactorResult[]
  readonly questions: readonly QuestionResult[]
  readonly groups: readonly GroupResult[]
  /** People whose teams are not shown, because that would tell too much of too few. */
  readonly hiddenPeople: number
}

interface Asked {
  readonly position: number
  readonly factor: Factor
}

/**
 * What a closed survey says; null when fewer than `groupMin` have answered.
 *
 * @param questions every one of them was answered by everybody who answered at all
 * @throws {RangeError} if `groupMin` is below 2, which would hide nobody
 */
export function surveyResults(
  questions: readonly Asked[],
  tallies: readonly Tally[],
  groupMin: number,
): SurveyResults | null {
  if (groupMin < 2) throw new RangeError(`groupMin must be at least 2, got ${groupMin}`)
  const people = peopleOf(tallies, questions)
  if (people < groupMin) return null
  const teams = [...Map.groupBy(tallies, ({ team }) => team)].map(([team, own]) => ({
    team,
    people: peopleOf(own, questions),
    own,
  }))
  const groups = shownGroups(teams, groupMin)
  return {
    people,
    factors: factorsOf(questions, tallies),
    questions: questions.map(({ position }) => {
      const own = tallies.filter((tally) => tally.position === position)
      return { position, mean: meanOf(own), counts: countsOf(own) }
    }),
    groups: groups.map((group) => ({
      team: group.team,
      people: group.people,
      factors: factorsOf(questions, group.own),
    })),
    hiddenPeople: people - groups.reduce((sum, group) => sum + group.people, 0),
  }
}

/**
 * The groups that can be told without telling of fewer than `groupMin` people. Small ones are hidden; and
 * since the whole is told too, what is hidden together must be large enough not to be found by
 * subtraction: else the smallest of the others is hidden with it.
 */
export function shownGroups<Group extends { readonly people: number }>(
  groups: readonly Group[],
  groupMin: number,
): readonly Group[] {
  const bySize = groups.filter(({ people }) => people > 0).toSorted((a, b) => a.people - b.people)
  let hidden = 0
  let first = 0
  for (const { people } of bySize) {
    const isEnough = hidden === 0 || hidden >= groupMin
    if (people >= groupMin && isEnough) break
    hidden += people
    first += 1
  }
  const shown = new Set(bySize.slice(first))
  return groups.filter((group) => shown.has(group))
}

/** Everybody answers every question, so the first one counts them. */
function peopleOf(tallies: readonly Tally[], questions: readonly Asked[]): number {
  const first = questions[0]?.position
  return tallies
    .filter(({ position }) => position === first)
    .reduce((sum, { answers }) => sum + answers, 0)
}

function factorsOf(questions: readonly Asked[], tallies: readonly Tally[]): FactorResult[] {
  return [...Map.groupBy(questions, ({ factor }) => factor)].map(([factor, asked]) => {
    const positions = new Set(asked.map(({ position }) => position))
    const own = tallies.filter(({ position }) => positions.has(position))
    const all = own.reduce((sum, { answers }) => sum + answers, 0)
    const good = own
      .filter(({ mark }) => mark >= FAVOURABLE_MARK)
      .reduce((sum, { answers }) => sum + answers, 0)
    return { factor, mean: meanOf(own), favourable: good / all }
  })
}

function meanOf(tallies: readonly Tally[]): number {
  const all = tallies.reduce((sum, { answers }) => sum + answers, 0)
  return tallies.reduce((sum, { mark, answers }) => sum + mark * answers, 0) / all
}

function countsOf(tallies: readonly Tally[]): number[] {
  return Array.from({ length: MARK_MAX }, (_, at) =>
    tallies.filter(({ mark }) => mark === at + 1).reduce((sum, { answers }) => sum + answers, 0),
  )
}
