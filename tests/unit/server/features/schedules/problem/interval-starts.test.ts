import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { fromPlanMinutes } from '#server/features/schedules/problem/build-instance.ts'
import { intervalStarts } from '#server/features/schedules/problem/interval-starts.ts'

describe('intervalStarts', () => {
  // Almaty's clock went from UTC+6 to UTC+5 on 1 March 2024: Thursday 29 February had 25 hours.
  it.each(['2024-02-26', '2026-12-07'])(
    'begins every half hour of the week from %s when its clock says so',
    (date) => {
      const period = { fromDate: localDate(date), days: 7, timezone: 'Asia/Almaty' }
      const starts = intervalStarts(period, 30)
      expect(starts).toHaveLength(7 * 48)
      expect(starts).toEqual(starts.map((_, t) => fromPlanMinutes(t * 30, period)))
    },
  )
})
