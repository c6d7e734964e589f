import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { ProblemView } from './problem.ts'

type Sent = Promise<{ readonly error?: ProblemView | undefined }>

/** What the page shows is not what is stored. */
const STALE = new Set([404, 409, 412])

/**
 * Sends a change, and asks for everything again when it was taken, or refused because the page was behind: sent
 * once more, it is then sent from what is stored. It is busy until the page shows
 * what came of it: a second press before that would send the change again.
 */
export function useSending() {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (work: Sent, onDone?: () => void): Promise<void> => {
    setBusy(true)
    const { error } = await work
    setProblem(error ?? null)
    if (error === undefined || STALE.has(error.status)) await queries.invalidateQueries()
    if (error === undefined) onDone?.()
    setBusy(false)
  }
  return { problem, isBusy, send }
}
