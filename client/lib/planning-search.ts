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
}

/** Reads an address; what it does not understand is left out, so that an old link still opens. */
export function readPlanningSearch(raw: Readonly<Record<string, unknown>>): PlanningSearch {
  const { queue, week, version, view, band, compare } = raw
  return {
    ...(typeof queue === 'string' ? { queue } : {}),
    ...(typeof week === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(week) ? { week } : {}),
    ...(typeof version === 'number' && Number.isInteger(version) ? { version } : {}),
    ...(view === 'day' || view === 'horizon' ? { view } : {}),
    ...(band === 95 ? { band } : {}),
    ...(compare === true ? { compare } : {}),
  }
}
