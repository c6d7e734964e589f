import { useMediaQuery } from '@mantine/hooks'

import { type FittingScale, useFittingScale } from '../../components/time-axis/use-fitting-scale.ts'
import type { PlanningWeek } from '../../lib/planning-week.ts'
import { usePersonWidthPx } from './shift-grid/person-width.ts'

const MIN_HOUR_WIDTH_PX = 6

/** The week on one axis, as wide as the page. */
export interface WeekScale extends Pick<FittingScale, 'scale' | 'zoomTo'> {
  /** A list replaces the grid: the page is too narrow for an axis. */
  readonly isList: boolean
}

export function useWeekScale({ startMs, endMs }: PlanningWeek): FittingScale & WeekScale {
  const besidePx = usePersonWidthPx()
  const isList = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  const fitting = useFittingScale({ startMs, endMs, besidePx, minHourWidthPx: MIN_HOUR_WIDTH_PX })
  return { ...fitting, isList }
}
