import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'

export type Course = components['schemas']['Course']
export type Session = components['schemas']['TrainingSession']
export type Proposal = components['schemas']['SessionProposal']
export type Step = components['schemas']['DevelopmentStep']
export type Certificate = components['schemas']['Certificate']

/** What this reader may do about training. */
export function useTrainingAbilities() {
  const me = api.useQuery('get', '/api/v1/me').data
  const canManage = me?.abilities.managePeople === true
  const isSupervisor = me?.abilities.supervise === true
  return {
    /** Courses and certificates. */
    canManage,
    /** Plans, and who came to a session. */
    canTeach: canManage || isSupervisor,
    /** When a session is held. */
    canPlace: canManage || me?.abilities.plan === true,
  }
}

/** Names by code, in the reader's language; the code itself while they are on their way. */
export function useCompetenceNames(): (code: string) => string {
  const { locale } = useLocale()
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const names = new Map(known.map(({ code, name }) => [code, name[locale]]))
  return (code) => names.get(code) ?? code
}

export function useCourses(): readonly Course[] {
  return api.useQuery('get', '/api/v1/courses').data?.courses ?? []
}

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
