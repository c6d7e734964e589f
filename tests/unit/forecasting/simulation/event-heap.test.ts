import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { EventHeap } from '#forecasting/simulation/event-heap.ts'

/** What a heap and a sorted list give for the same pushes (numbers) and takings (nulls). */
function taken(order: readonly (number | null)[]): { heap: number[]; list: number[] } {
  const heap = new EventHeap(2)
  const list: number[] = []
  const given: { heap: number[]; list: number[] } = { heap: [], list: [] }
  const take = (): void => {
    given.heap.push(heap.nextTime())
    given.list.push(list.toSorted((a, b) => a - b)[0] ?? Infinity)
    list.splice(list.indexOf(given.list.at(-1) ?? 0), 1)
    heap.drop()
  }
  for (const [code, time] of order.entries()) {
    if (time === null) {
      if (list.length > 0) take()
      continue
    }
    heap.push(time, code, 2 * code)
    list.push(time)
  }
  while (list.length > 0) take()
  given.heap.push(heap.nextTime())
  given.list.push(Infinity)
  return given
}

describe('EventHeap', () => {
  it('gives events by time, whatever is pushed and taken in whatever order', () => {
    const time = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.option(time, { nil: null })), (order) => {
        const { heap, list } = taken(order)
        expect(heap).toEqual(list)
      }),
    )
  })

  it('keeps what each event is, as the heap grows', () => {
    const heap = new EventHeap(1)
    for (const code of [7, 3, 9, 1, 5]) heap.push(10 * code, code, code + 100)
    const events = Array.from({ length: 5 }, () => {
      const event = [heap.nextTime(), heap.nextCode(), heap.nextVersion()]
      heap.drop()
      return event
    })
    expect(events).toEqual([1, 3, 5, 7, 9].map((code) => [10 * code, code, code + 100]))
  })
})
