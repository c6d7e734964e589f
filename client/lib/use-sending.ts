import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { ProblemView } from './problem.ts'

type Sent = Promise<{ readonly error?: ProblemView | undefined }>

/**
 * Sends a change, and asks for everything again when it was taken. It is busy until the page shows
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
    if (error === undefined) {
      await queries.invalidateQueries()
      onDone?.()
    }
    setBusy(false)
  }
  return { problem, isBusy, send }
}
