import type { Grid, Shift } from './shift-edit.ts'

export type WorkPlace = NonNullable<Shift['workPlace']>

/** Where a shift is worked. */
export interface PlaceView {
  readonly at: WorkPlace
  /** Where the record of remote work has it. */
  readonly byRecord: WorkPlace
  /** As a planner or supervisor has set it; null: by the record. */
  readonly set: WorkPlace | null
  /** A record of remote work covers its day (Labour Code, art. 138). */
  readonly mayBeHome: boolean
}

/** Whether a reader may say where a shift is worked: of a draft a planner, of what is published a supervisor too. */
export function mayPlace(
  { place, isProposed }: { readonly place: PlaceView; readonly isProposed: boolean },
  { status }: Pick<Grid['schedule'], 'status'>,
  reader: { readonly canEdit: boolean; readonly canPlace: boolean },
): boolean {
  if (isProposed || !(place.mayBeHome || place.set !== null)) return false
  return reader.canEdit || (status === 'published' && reader.canPlace)
}

/**
 * Where the shifts of a grid are worked.
 *
 * @param dateOf the centre's day of an instant; asked for only where somebody works from afar
 */
export function placeFinder(
  { operators }: Pick<Grid, 'operators'>,
  dateOf: (startMs: number) => string,
): (shift: Pick<Shift, 'operatorId' | 'workPlace' | 'startsAt'>) => PlaceView {
  const remote = new Map(
    operators
      .filter(({ remoteDays }) => remoteDays.length > 0)
      .map(({ id, remoteDays }) => [
        id,
        new Map(remoteDays.map(({ date, byRecord }) => [date, byRecord])),
      ]),
  )
  return ({ operatorId, workPlace: set, startsAt }) => {
    const found = remote.get(operatorId)?.get(dateOf(Date.parse(startsAt)))
    const byRecord = found ?? 'office'
    return { at: set ?? byRecord, byRecord, set, mayBeHome: found !== undefined }
  }
}
