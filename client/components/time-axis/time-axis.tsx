import type { ReactElement } from 'react'

import { useFormat } from '../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../lib/time-scale.ts'

import styles from './time-axis.module.css'

interface TimeAxisProps {
  readonly scale: TimeScale
}

/** A day narrower than this has room for `пн 15` only. */
const LONG_DAY_PX = 230

/**
 * Days and hours on the centre's clock. Hidden from screen readers: everything that stands under
 * the axis says its own time.
 */
export function TimeAxis({ scale }: TimeAxisProps): ReactElement {
  const format = useFormat()
  return (
    <div className={styles['axis']} style={{ width: scale.widthPx }} aria-hidden>
      {scale.days.map((day) => (
        <div
          key={day.startMs}
          className={styles['day']}
          data-weekend={day.isWeekend}
          style={{ left: day.leftPx, width: day.widthPx }}
        >
          <span className={styles['dayName']}>
            {day.widthPx >= LONG_DAY_PX
              ? format.longDay(day.startMs)
              : format.shortDay(day.startMs)}
          </span>
        </div>
      ))}
      {scale.ticks.map((tick) => (
        <span
          key={tick.ms}
          className={styles['hour']}
          data-midnight={tick.isMidnight}
          style={{ left: tick.leftPx }}
        >
          {format.time(tick.ms)}
        </span>
      ))}
    </div>
  )
}

interface TimeBackdropProps {
  readonly scale: TimeScale
  /** Where the line of now stands; nothing is drawn when it is outside the scale. */
  readonly nowMs: number
}

/** Lines of hours and days, shaded weekends, and now: one layer behind all rows. */
export function TimeBackdrop({ scale, nowMs }: TimeBackdropProps): ReactElement {
  const isNowShown = nowMs >= scale.startMs && nowMs < scale.endMs
  return (
    <div className={styles['backdrop']} style={{ width: scale.widthPx }} aria-hidden>
      {scale.days
        .filter((day) => day.isWeekend)
        .map((day) => (
          <div
            key={day.startMs}
            className={styles['weekend']}
            style={{ left: day.leftPx, width: day.widthPx }}
          />
        ))}
      {scale.ticks.map((tick) => (
        <div
          key={tick.ms}
          className={styles['line']}
          data-midnight={tick.isMidnight}
          style={{ left: tick.leftPx }}
        />
      ))}
      {isNowShown && <div className={styles['now']} style={{ left: scale.x(nowMs) }} />}
    </div>
  )
}
