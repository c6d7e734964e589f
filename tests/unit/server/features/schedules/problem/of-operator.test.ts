import { expect, it } from 'vitest'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { ofOperator } from '#server/features/schedules/problem/of-operator.ts'

const [FIRST, SECOND, NOBODY] = ['first', 'second', 'nobody'] as OperatorId[] as [
  OperatorId,
  OperatorId,
  OperatorId,
]
const list = [
  { operatorId: FIRST, at: 1 },
  { operatorId: SECOND, at: 2 },
  { operatorId: FIRST, at: 3 },
]

it('gives the rows of one person in the order of the list, and none of somebody unknown', () => {
  expect(ofOperator(list, FIRST)).toEqual([list[0], list[2]])
  expect(ofOperator(list, SECOND)).toEqual([list[1]])
  expect(ofOperator(list, NOBODY)).toEqual([])
})

it('remembers each list apart', () => {
  expect(ofOperator([{ operatorId: FIRST, at: 4 }], FIRST)).toEqual([{ operatorId: FIRST, at: 4 }])
  expect(ofOperator(list, FIRST)).toHaveLength(2)
})
