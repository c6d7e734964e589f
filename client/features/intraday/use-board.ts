import { useState } from 'react'

import { api } from '../../lib/api.ts'
import type { ProblemView } from '../../lib/problem.ts'
import { type ServerEventsState, useServerEvents } from '../../lib/use-server-events.ts'
import { type Board, type BoardChange, changedBoard } from './board.ts'

export interface LiveBoard {
  readonly board: Board | undefined
  readonly problem: ProblemView | null
  readonly retry: () => void
  readonly connection: ServerEventsState
  /** How far the reader's clock is ahead of the server's, milliseconds. */
  readonly aheadMs: number
}

/** The board as it is, and as it changes. After a break the whole of it comes again. */
export function useBoard(): LiveBoard {
  const first = api.useQuery('get', '/api/v1/today', {}, { refetchOnWindowFocus: false })
  const [live, setLive] = useState<{ readonly board: Board; readonly aheadMs: number } | null>(null)
  const hear = (make: (before: Board | undefined) => Board | undefined): void =>
    setLive((before) => {
      const board = make(before?.board)
      return board === undefined ? before : { board, aheadMs: Date.now() - Date.parse(board.at) }
    })
  const connection = useServerEvents(first.isSuccess ? '/api/v1/today/events' : null, {
    board: (data) => hear(() => data as Board),
    change: (data) =>
      hear((before) =>
        before === undefined ? undefined : changedBoard(before, data as BoardChange),
      ),
  })
  return {
    board: live?.board ?? first.data,
    problem: first.error,
    retry: () => void first.refetch(),
    connection,
    aheadMs: live?.aheadMs ?? 0,
  }
}
