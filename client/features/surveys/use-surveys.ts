import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import type { ProblemView } from '../../lib/problem.ts'

export type Survey = components['schemas']['Survey']
export type Results = NonNullable<Survey['results']>
export type OwnSurvey = components['schemas']['OwnSurvey']

type Sent = Promise<{ readonly error?: ProblemView | undefined }>

/** Sends a change, and asks for everything again when it was taken. */
export function useSending() {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (work: Sent, onDone?: () => void): Promise<void> => {
    setBusy(true)
    const { error } = await work
    setBusy(false)
    setProblem(error ?? null)
    if (error !== undefined) return
    await queries.invalidateQueries()
    onDone?.()
  }
  return { problem, isBusy, send }
}
