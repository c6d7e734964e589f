import type { components } from '../api/schema.d.ts'
import { api } from './api.ts'

/** What the reader was told of assessments and has not read. */
export function useOwnReminders(): readonly components['schemas']['OwnReminder'][] {
  return api.useQuery('get', '/api/v1/my/reminders').data?.reminders ?? []
}
