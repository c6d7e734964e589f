import { useState } from 'react'

import type { components } from '../../../api/schema.d.ts'
import { api } from '../../../lib/api.ts'
import type { ProblemView } from '../../../lib/problem.ts'
import type { PlanProposal } from '../proposal/plan-proposal.ts'
import type { Absence } from '../shift/shift-edit.ts'

type Repair = components['schemas']['Repair']

/** What has happened since the schedule was made. */
export interface RepairWish {
  readonly absence?: Absence
  readonly requirementId?: string
}

/** Who is asked about first, when the question comes from somebody's shift. */
export interface RepairStart {
  readonly operatorId?: string
  readonly date?: string
  readonly reason?: 'requirement'
}

/** The way from "somebody is away" to a mended week: asked, offered, looked at, kept. */
export interface RepairDesk {
  /** Null while nothing is being mended. */
  readonly start: RepairStart | null
  readonly answer: Repair | null
  readonly isAsking: boolean
  readonly problem: ProblemView | null
  /** The option that the week shows. */
  readonly shown: PlanProposal | null
  readonly wish: RepairWish
  readonly open: (start: RepairStart) => void
  readonly ask: (wish: RepairWish) => void
  /** Null goes back to the options. */
  readonly show: (option: PlanProposal | null) => void
  readonly close: () => void
}

export function useRepair(scheduleId: string): RepairDesk {
  const [start, setStart] = useState<RepairStart | null>(null)
  const [wish, setWish] = useState<RepairWish>({})
  const [shown, show] = useState<PlanProposal | null>(null)
  const { mutate, reset, data, error, isPending } = api.useMutation(
    'post',
    '/api/v1/schedules/{scheduleId}/repairs',
  )
  return {
    start,
    answer: data ?? null,
    isAsking: isPending,
    problem: error,
    shown,
    wish,
    open: (next) => {
      reset()
      setStart(next)
    },
    ask: (next) => {
      setWish(next)
      mutate({ params: { path: { scheduleId } }, body: next })
    },
    show,
    close: () => {
      reset()
      setStart(null)
      show(null)
    },
  }
}
