import { Button } from '@mantine/core'
import { Fragment, type ReactElement } from 'react'

import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { shiftParts } from '../../lib/shift-parts.ts'
import type { OwnDay, OwnShift } from './own-shifts.ts'

import styles from './own-shifts.module.css'

interface ShiftDaysProps {
  readonly days: readonly OwnDay[]
  readonly nowMs: number
  readonly onSwap: (shift: OwnShift) => void
  readonly onWhy: (shift: OwnShift) => void
}

/** A calendar as a list: a day a row, so that a telephone shows a week at once. */
export function ShiftDays(props: ShiftDaysProps): ReactElement {
  const t = useTranslate()
  const tellsPlace = props.days.some(({ shifts }) =>
    shifts.some(({ workPlace }) => workPlace === 'home'),
  )
  return (
    <ol className={styles['days']} aria-label={t('myShifts.days')}>
      {props.days.map((day) => (
        <Day key={day.date} {...props} day={day} tellsPlace={tellsPlace} />
      ))}
    </ol>
  )
}

function Day({
  day,
  nowMs,
  onSwap,
  onWhy,
  tellsPlace,
}: ShiftDaysProps & { readonly day: OwnDay; readonly tellsPlace: boolean }): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const { shifts, sessions, absence, startMs } = day
  const key = `absence.${absence}`
  return (
    <li className={styles['day']} data-free={shifts.length === 0}>
      <span className={styles['date']}>{format.shortDay(startMs)}</span>
      <div className={styles['what']}>
        {absence !== null && (
          <span className={styles['away']}>{t(isMessageKey(key) ? key : 'absence.other')}</span>
        )}
        {shifts.map((shift) => (
          <Shift key={shift.startsAt} shift={shift} tellsPlace={tellsPlace} />
        ))}
        {sessions.map(({ startsAt, endsAt, course }) => (
          <span key={startsAt} className={styles['detail']}>
            {t('myShifts.session', {
              when: format.timeRange(Date.parse(startsAt), Date.parse(endsAt)),
              course: course[locale],
            })}
          </span>
        ))}
        {shifts.length === 0 && absence === null && (
          <span className={styles['detail']}>{t('myShifts.free')}</span>
        )}
      </div>
      {shifts
        .filter(({ startsAt }) => Date.parse(startsAt) > nowMs)
        .map((shift) => (
          <div key={shift.startsAt} className={styles['acts']}>
            <Button
              variant="default"
              size="compact-md"
              aria-label={t('myShifts.swapOf', { day: format.longDay(startMs) })}
              onClick={() => onSwap(shift)}
            >
              {t('myShifts.swap')}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={t('myShifts.whyOf', { day: format.longDay(startMs) })}
              onClick={() => onWhy(shift)}
            >
              {t('myShifts.why')}
            </Button>
          </div>
        ))}
    </li>
  )
}

type Times = Pick<OwnShift, 'startsAt' | 'endsAt'>

function spanOf({ startsAt, endsAt }: Times): {
  readonly startMs: number
  readonly endMs: number
} {
  return { startMs: Date.parse(startsAt), endMs: Date.parse(endsAt) }
}

interface ShiftProps {
  readonly shift: OwnShift
  /** Of somebody who always works at the office, it goes without saying. */
  readonly tellsPlace: boolean
}

function Shift({ shift, tellsPlace }: ShiftProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const parts = shiftParts(
    spanOf(shift),
    shift.breaks.map((one) => ({ kind: one.kind, ...spanOf(one) })),
  )
  const range = (one: Times): string => {
    const { startMs, endMs } = spanOf(one)
    return format.timeRange(startMs, endMs)
  }
  return (
    <>
      <strong className={styles['hours']}>
        {parts.map((part, at) => (
          <Fragment key={part.startMs}>
            {at > 0 && ', '}
            <span>{format.timeRange(part.startMs, part.endMs)}</span>
          </Fragment>
        ))}
      </strong>
      {tellsPlace && <span className={styles['detail']}>{t(`workPlace.${shift.workPlace}`)}</span>}
      {shift.breaks.map((pause) => (
        <span key={pause.startsAt} className={styles['detail']}>
          {t(pause.kind === 'personal' ? 'myShifts.nursing' : `grid.${pause.kind}`, {
            when: range(pause),
          })}
        </span>
      ))}
    </>
  )
}
