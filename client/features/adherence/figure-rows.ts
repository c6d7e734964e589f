import type { components } from '../../api/schema.d.ts'

export type Report = components['schemas']['AdherenceReport']
export type Figures = Pick<
  Report,
  'adherence' | 'adherenceWithoutTolerance' | 'conformance' | 'totals'
>

export const FIGURE_GROUPS = ['person', 'team', 'day', 'week', 'activity'] as const
export type FigureGroup = (typeof FIGURE_GROUPS)[number]

/** How a row of each group is called. */
export interface RowNames {
  readonly team: (code: string | null) => string
  readonly day: (date: string) => string
  readonly week: (monday: string) => string
  readonly activity: (activity: string) => string
}

export interface FigureRow extends Figures {
  readonly key: string
  readonly name: string
}

/** A report's rows: time in order, everything else with the lowest adherence first; empty ones are left out. */
export function figureRows(report: Report, group: FigureGroup, names: RowNames): FigureRow[] {
  const rows = rowsOf(report, group, names).filter(({ totals }) => totals.scheduledSeconds > 0)
  if (group === 'day' || group === 'week') return rows
  return rows.toSorted((a, b) => (a.adherence ?? 2) - (b.adherence ?? 2))
}

function rowsOf(report: Report, group: FigureGroup, names: RowNames): FigureRow[] {
  switch (group) {
    case 'person':
      return report.people.map((one) => ({ ...one, key: one.operatorId }))
    case 'team':
      return report.teams.map((one) => ({
        ...one,
        key: one.team ?? '',
        name: names.team(one.team),
      }))
    case 'day':
      return report.days.map((one) => ({ ...one, key: one.date, name: names.day(one.date) }))
    case 'week':
      return report.weeks.map((one) => ({ ...one, key: one.monday, name: names.week(one.monday) }))
    case 'activity':
      return report.activities.map((one) => ({
        ...one,
        key: one.activity,
        name: names.activity(one.activity),
      }))
  }
}
