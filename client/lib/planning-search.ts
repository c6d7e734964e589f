/** What the pages of the plan show, as their address says it: a copied address opens the same view. */
export interface PlanningSearch {
  /** Code of a queue. */
  readonly queue?: string
  /** A local date; its week is shown. */
  readonly week?: string
  /** Number of a version; the latest without it. */
  readonly version?: number
  readonly view?: 'day' | 'horizon'
  /** Width of the band, per cent; 80 without it. */
  readonly band?: 95
  /** With the version before beside it. */
  readonly compare?: true
  /** Number of the version of a schedule that the shown one is compared with. */
  readonly against?: number
  /** The local date whose forecast is explained. */
  readonly day?: string
  /** The shift that is open. */
  readonly shift?: string
  /** The local date from which a part of the week is to be made anew. */
  readonly remake?: string
}

/** Reads an address; what it does not understand is left out, so that an old link still opens. */
export function readPlanningSearch(raw: Readonly<Record<string, unknown>>): PlanningSearch {
  const { queue, week, version, view, band, compare, against, day, shift, remake } = raw
  return {
    ...(typeof queue === 'string' ? { queue } : {}),
    ...(isDate(week) ? { week } : {}),
    ...(isVersion(version) ? { version } : {}),
    ...(view === 'day' || view === 'horizon' ? { view } : {}),
    ...(band === 95 ? { band } : {}),
    ...(compare === true ? { compare } : {}),
    ...(isVersion(against) ? { against } : {}),
    ...(isDate(day) ? { day } : {}),
    ...(typeof shift === 'string' ? { shift } : {}),
    ...(isDate(remake) ? { remake } : {}),
  }
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}
