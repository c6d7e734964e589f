import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { shownGroups, surveyResults, type Tally } from '#server/features/surveys/survey-results.ts'

const QUESTIONS = [
  { position: 1, factor: 'satisfaction' as const },
  { position: 2, factor: 'experience' as const },
]
/** Everybody of a team gives the same two marks. */
const team = (code: string, people: number, marks: readonly [number, number]): Tally[] =>
  marks.map((mark, at) => ({ team: code, position: at + 1, mark, answers: people }))

describe('surveyResults', () => {
  it('tells means and favourable shares, by hand', () => {
    const results = surveyResults(QUESTIONS, [...team('A', 6, [5, 2]), ...team('B', 6, [3, 4])], 5)
    // Satisfaction: six fives and six threes. Experience: six twos and six fours.
    expect(results).toMatchObject({
      people: 12,
      factors: [
        { factor: 'satisfaction', mean: 4, favourable: 0.5 },
        { factor: 'experience', mean: 3, favourable: 0.5 },
      ],
      questions: [
        { position: 1, mean: 4, counts: [0, 0, 6, 0, 6] },
        { position: 2, mean: 3, counts: [0, 6, 0, 6, 0] },
      ],
      hiddenPeople: 0,
    })
    expect(results?.groups.map((group) => [group.team, group.people])).toEqual([
      ['A', 6],
      ['B', 6],
    ])
  })

  it('tells nothing of fewer than the minimum, and all of just as many', () => {
    expect(surveyResults(QUESTIONS, team('A', 4, [5, 5]), 5)).toBeNull()
    expect(surveyResults(QUESTIONS, team('A', 5, [5, 5]), 5)?.people).toBe(5)
    expect(surveyResults(QUESTIONS, [], 5)).toBeNull()
  })

  it('does not let a small team be found by subtraction', () => {
    // 12 in all, of whom 8 in A: to show A alone would tell of the 4 in B.
    const tallies = [...team('A', 8, [5, 5]), ...team('B', 4, [1, 1])]
    expect(surveyResults(QUESTIONS, tallies, 5)).toMatchObject({ groups: [], hiddenPeople: 12 })
  })

  it('refuses a minimum that hides nobody', () => {
    expect(() => surveyResults(QUESTIONS, [], 1)).toThrow(RangeError)
  })
})

describe('shownGroups', () => {
  const groups = fc.array(
    fc.integer({ min: 0, max: 30 }).map((people) => ({ people })),
    { maxLength: 12 },
  )
  const sum = (all: readonly { readonly people: number }[]): number =>
    all.reduce((total, { people }) => total + people, 0)

  it('shows no group below the minimum, and hides none or enough', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 2, max: 10 }), (all, groupMin) => {
        const shown = shownGroups(all, groupMin)
        expect(shown.every(({ people }) => people >= groupMin)).toBe(true)
        const hidden = sum(all) - sum(shown)
        expect(hidden === 0 || hidden >= groupMin || shown.length === 0).toBe(true)
      }),
    )
  })

  it('shows everybody where every group is large enough', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 2, max: 10 }), (all, groupMin) => {
        const large = all.filter(({ people }) => people >= groupMin)
        expect(shownGroups(large, groupMin)).toEqual(large)
      }),
    )
  })
})
