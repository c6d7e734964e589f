import { keepPreviousData } from '@tanstack/react-query'

import type { components } from '../../../api/schema.d.ts'
import { api } from '../../../lib/api.ts'

export type Outlook = components['schemas']['MonthOutlook']
export type OutlookMonth = Outlook['months'][number]
export type OutlookDay = components['schemas']['DayOutlook']['days'][number]

/** What a planner supposes of the years to come. */
export interface OutlookScenario {
  readonly months: 12 | 24
  /** Per cent a year; null: as learned. */
  readonly growthPercent: number | null
  /** `2027-03`; null without a lasting change. */
  readonly stepMonth: string | null
  readonly stepPercent: number | null
}

/** As the address of the server takes it; a change without both of its halves is none yet. */
export function outlookQuery(
  { months, growthPercent, stepMonth, stepPercent }: OutlookScenario,
  queueId: string,
) {
  return {
    queueId,
    months,
    ...(growthPercent === null ? {} : { growthPercent }),
    ...(stepMonth === null || stepPercent === null ? {} : { stepMonth, stepPercent }),
  }
}

/** The days of one month of the same outlook. */
export function useOutlookDays(query: ReturnType<typeof outlookQuery>, month: string) {
  return api.useQuery(
    'get',
    '/api/v1/outlook/days',
    { params: { query: { ...query, month } } },
    { placeholderData: keepPreviousData },
  )
}

/** Contacts by month, one or two years ahead; what was shown stays while another scenario is reckoned. */
export function useOutlook(scenario: OutlookScenario, queueId: string | undefined) {
  return api.useQuery(
    'get',
    '/api/v1/outlook',
    { params: { query: outlookQuery(scenario, queueId ?? '') } },
    { enabled: queueId !== undefined, placeholderData: keepPreviousData },
  )
}
