import type { components } from '../../api/schema.d.ts'

type NewRemoteWork = Omit<components['schemas']['RemoteWorkRecords']['records'][number], 'id'>

/** Remote work as it is being written. */
export interface RemoteWorkDraft {
  readonly basis: NewRemoteWork['basis']
  readonly isWhole: boolean
  /** Days at home of combined work, Monday is 0. */
  readonly weekdays: readonly number[]
  readonly from: string
  /** Empty: without an end. */
  readonly to: string
}

export const EMPTY_REMOTE_WORK: RemoteWorkDraft = {
  basis: 'agreement',
  isWhole: true,
  weekdays: [],
  from: '',
  to: '',
}

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]

/** The draft as the API takes it; null while something is missing: an act of the employer holds for a term. */
export function readRemoteWork(draft: RemoteWorkDraft): NewRemoteWork | null {
  const { basis, isWhole, from, to } = draft
  const weekdays = isWhole ? EVERY_DAY : draft.weekdays.toSorted((a, b) => a - b)
  if (from === '' || weekdays.length === 0 || (basis === 'employer_act' && to === '')) return null
  return { basis, homeWeekdays: weekdays, fromDate: from, toDate: to === '' ? null : to }
}
