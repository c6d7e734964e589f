import { expect, it } from 'vitest'

import { readHistorySearch } from '../../../../../client/features/imports/history-search.ts'

it.each([
  [{ queue: 'q1', from: '2026-06-01', to: '2026-06-08' }, ['queue', 'from', 'to']],
  [{ queue: 'q1', from: '2026-06-08', to: '2026-06-01' }, ['queue']],
  [{ from: '2026-06-01' }, []],
  [{ queue: 5, from: 'yesterday', to: 'today' }, []],
])('takes from %j only what can be shown', (search, kept) => {
  expect(Object.keys(readHistorySearch(search))).toEqual(kept)
})
