import type { ScheduleRow } from '../schedules.queries.ts'
import type { Schedule } from '../schedules.schema.ts'

/** What a version changed of another, and why. */
export interface VersionChange {
  readonly changedFrom: string
  readonly change: NonNullable<Schedule['change']>
  readonly reason?: string
  /** Of the version that it takes back. */
  readonly undoes?: number
}

/** Settings of a new version: how the one before was made, and what this one changes, not what that one did. */
export function changedSettings(settings: unknown, change: VersionChange): object {
  const {
    reason: _,
    undoes: _undone,
    overrode: _overrode,
    traineeUses: _uses,
    ...kept
  } = settings as Record<string, unknown>
  return { ...kept, ...change }
}

/** What a version says of how it came about. */
export function presentChange({
  settings,
}: Pick<ScheduleRow, 'settings'>): Pick<Schedule, 'change' | 'changedFrom' | 'reason' | 'undoes'> {
  const kept = settings as Partial<VersionChange>
  const { changedFrom = null, reason = null, undoes = null } = kept
  // Versions made before there was a word for it say only from which they come.
  return {
    changedFrom,
    reason,
    undoes,
    change: changedFrom === null ? null : (kept.change ?? 'edit'),
  }
}
