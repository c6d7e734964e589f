import { describe, expect, it } from 'vitest'

import type { EpochMs, OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { PersonAhead } from '#server/features/intraday/hours/people-ahead.ts'
import { groupedHours } from '#server/features/intraday/hours/people-groups.ts'
import { hoursModel, predictHours } from '#server/features/intraday/hours/predict-hours.ts'
import { addFigures, clientFigures } from '#server/features/intraday/hours/promise-gap.ts'
import type {
  Candidate,
  SuggestionKind,
} from '#server/features/intraday/what-if/move-candidates.ts'
import {
  exactChange,
  suggestMoves,
  type Tried,
} from '#server/features/intraday/what-if/suggest-moves.ts'

const HALF_HOUR_MS = 1_800_000
const A = 'a' as QueueId
const PROMISED = { asaTargetSeconds: 60, lostShareTarget: 0.1 }
/** Four half-hours; the second asks for half again as much. */
const CONTACTS = [60, 90, 60, 30]
const QUEUE = {
  queueId: A,
  settings: {
    intervalSeconds: 1800,
    targets: { asaSeconds: 60 },
    patienceSeconds: 240,
    concurrency: 1,
    shrinkagePlanned: 0,
    shrinkageUnplanned: 0,
  },
  intervals: CONTACTS.map((contacts, at) => ({
    startMs: (at * HALF_HOUR_MS) as EpochMs,
    contacts,
    handleSeconds: 240,
    isOpen: true,
  })),
}
const span = (from: number, to: number) => ({
  startMs: from * HALF_HOUR_MS,
  endMs: to * HALF_HOUR_MS,
})
const person = (name: string, atWork: PersonAhead['atWork']): PersonAhead => ({
  operatorId: name as OperatorId,
  name,
  queueIds: [A],
  atWork,
  isMissing: false,
  elsewhere: [],
})
/** Ten who work all the time, and one whose break lies in the worst half-hour. */
const PEOPLE = [
  ...Array.from({ length: 10 }, (_, i) => person(`p${i}`, [span(0, 4)])),
  person('breaks', [span(0, 1), span(2, 4)]),
]
const HOURS = {
  model: hoursModel([QUEUE], () => 1, 0),
  promises: [PROMISED],
  contacts: [CONTACTS],
  intervalSeconds: 1800,
}
const tried = (
  kind: SuggestionKind,
  name: string,
  atWork: PersonAhead['atWork'],
  paidMinutes = 0,
): Tried => ({
  candidate: {
    kind,
    operatorId: name as OperatorId,
    move: { kind: 'drop', shiftId: name },
    paidMinutes,
  },
  before: PEOPLE.find((one) => one.name === name),
  after: person(name, atWork),
})
const always = (): boolean => true

describe('suggestMoves', () => {
  it('moves the break out of the worst half-hour into the one that bears it', () => {
    const found = suggestMoves(
      HOURS,
      PEOPLE,
      [
        tried('breaks', 'breaks', [span(0, 3)]),
        tried('breaks', 'breaks', [span(1, 4)]),
        // Into the worst half-hour: no help.
        tried('breaks', 'p0', [span(0, 1), span(2, 4)]),
      ],
      always,
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ kind: 'breaks', operatorId: 'breaks' })
    expect(found[0]?.change.gap).toBeLessThan(0)
    expect(found[0]?.change.lost).toBeLessThan(0)
  })

  it('says exactly what the whole day comes to with the change in it', () => {
    const one = tried('breaks', 'breaks', [span(0, 3)])
    const grouped = groupedHours(HOURS, PEOPLE)
    const change = exactChange(HOURS, grouped, one)
    const gapOf = (people: readonly PersonAhead[]): number =>
      addFigures(
        (predictHours([QUEUE], people, HOURS.model).get(A) ?? []).map((predicted, at) =>
          clientFigures(predicted, PROMISED, {
            contacts: CONTACTS[at] ?? 0,
            intervalSeconds: 1800,
          }),
        ),
      ).gap
    const after = [...PEOPLE.slice(0, -1), one.after]
    expect(change.gap).toBeCloseTo(gapOf(after) - gapOf(PEOPLE), 6)
  })

  it('looks at no interval that is over', () => {
    const late = { ...HOURS, model: hoursModel([QUEUE], () => 1, 2 * HALF_HOUR_MS) }
    const past = tried('breaks', 'breaks', [span(0, 4)])
    expect(exactChange(late, groupedHours(late, PEOPLE), past).gap).toBe(0)
  })

  it('shows breaks before going home, and that before paid time', () => {
    const found = suggestMoves(
      HOURS,
      PEOPLE,
      [
        tried('overtime', 'late', [span(1, 2)], 30),
        tried('release', 'p1', [span(0, 3)], -30),
        tried('breaks', 'breaks', [span(0, 3)]),
      ],
      always,
    )
    expect(found.map(({ kind }) => kind)).toEqual(['breaks', 'release', 'overtime'])
  })

  it('lets nobody go home whose work is missed', () => {
    const found = suggestMoves(HOURS, PEOPLE, [tried('release', 'p1', [span(0, 1)], -90)], always)
    expect(found).toEqual([])
  })

  it('shows nothing that breaks a rule', () => {
    const asked: Candidate[] = []
    const found = suggestMoves(HOURS, PEOPLE, [tried('breaks', 'breaks', [span(0, 3)])], (one) => {
      asked.push(one)
      return false
    })
    expect(found).toEqual([])
    expect(asked).toHaveLength(1)
  })

  it('has one idea for each person', () => {
    const found = suggestMoves(
      HOURS,
      PEOPLE,
      [
        tried('breaks', 'breaks', [span(0, 3)]),
        tried('breaks', 'breaks', [span(0, 2), span(3, 4)]),
      ],
      always,
    )
    expect(found).toHaveLength(1)
  })
})
