import { absences } from './absences.ts'
import { breakPlaces } from './break-places.ts'
import { contractShapes } from './contract-shapes.ts'
import { dailyHours } from './daily-hours.ts'
import { daysInARow } from './days-in-a-row.ts'
import { daysOff } from './days-off.ts'
import { lockedCells } from './locked-cells.ts'
import { mealBreak } from './meal-break.ts'
import { nightBan } from './night-ban.ts'
import { nightsInARow } from './nights-in-a-row.ts'
import { oneShiftADay } from './one-shift-a-day.ts'
import { periodHours } from './period-hours.ts'
import { personalBreaks } from './personal-breaks.ts'
import { restBetweenShifts } from './rest-between-shifts.ts'
import type { Rule } from './rule.ts'
import { splitShift } from './split-shift.ts'
import { startTimes } from './start-times.ts'
import { weeklyHours } from './weekly-hours.ts'
import { weeklyRest } from './weekly-rest.ts'

/** Every hard rule, by its code. */
export const ALL_RULES: readonly Rule[] = [
  contractShapes,
  startTimes,
  oneShiftADay,
  breakPlaces,
  mealBreak,
  dailyHours,
  restBetweenShifts,
  weeklyRest,
  daysInARow,
  nightsInARow,
  nightBan,
  absences,
  weeklyHours,
  periodHours,
  lockedCells,
  daysOff,
  personalBreaks,
  splitShift,
]
