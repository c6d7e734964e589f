/* oxlint-disable jsx-a11y/prefer-tag-over-role -- cells lie on a time axis, which a table cannot draw */
import { VisuallyHidden } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { memo, type PointerEvent, type ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../../lib/time-scale.ts'
import { articleNumber } from '../article-number.ts'
import { useAccountLines } from '../shift/use-account-lines.ts'
import { type GridStop, rowStops } from './grid-focus.ts'
import { ShiftBar } from './shift-bar.tsx'
import type { AbsenceView, PersonRow, ViolationView } from './shift-grid-model.ts'
import { useStopLabel } from './stop-label.ts'
import type { GripOn } from './use-shift-drag.ts'

import styles from './shift-grid.module.css'

export interface ShiftRowProps {
  readonly person: PersonRow
  readonly row: number
  readonly topPx: number
  readonly scale: TimeScale
  /** Those of this person. */
  readonly violations: readonly ViolationView[]
  /** Which stop has the focus; null when it is in another row. */
  readonly focusedStop: number | null
  readonly onFocusStop: (row: number, stop: number) => void
  readonly onOpen: (shiftId: string) => void
  readonly onAdd: (personId: string, dayMs: number) => void
  readonly onGrab: (grip: GripOn, event: PointerEvent<HTMLElement>) => void
}

/**
 * One person: name, paid hours, and the week or the day on the axis. Drawn again only when something
 * of its own changes: a key press touches two rows of forty.
 */
export const ShiftRow = memo(function ShiftRow(props: ShiftRowProps): ReactElement {
  const { person, row, scale } = props
  const stops = rowStops(person, scale.days)
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={styles['row']}
      style={{ transform: `translateY(${props.topPx}px)` }}
    >
      <PersonHeader person={person} violations={props.violations} />
      <div className={styles['track']} style={{ width: scale.widthPx }}>
        {person.absences.map((absence) => (
          <Absence key={absence.startMs} absence={absence} scale={scale} />
        ))}
        {stops.map((stop, at) => (
          <Stop
            key={stop.shift?.id ?? `day ${stop.day}`}
            {...props}
            stop={stop}
            at={at}
            isFocused={props.focusedStop === at}
          />
        ))}
        {person.training.map((session) => (
          <Training key={session.startMs} session={session} scale={scale} />
        ))}
      </div>
    </div>
  )
})

interface StopProps extends ShiftRowProps {
  readonly stop: GridStop
  readonly at: number
  readonly isFocused: boolean
}

function Stop(props: StopProps): ReactElement | null {
  const { stop, at, row, person, scale, isFocused } = props
  const { shift } = stop
  const label = useStopLabel()
  const day = scale.days[stop.day]
  if (day === undefined) return null
  const stopId = `${row}:${at}`
  const onFocus = (): void => props.onFocusStop(row, at)
  if (shift === null) {
    return (
      <div
        role="gridcell"
        aria-colindex={stop.day + 2}
        aria-label={label.emptyDay(person, day)}
        data-stop={stopId}
        tabIndex={isFocused ? 0 : -1}
        className={styles['emptyDay']}
        style={{ left: day.leftPx, width: day.widthPx }}
        onFocus={onFocus}
        onDoubleClick={() => props.onAdd(person.id, day.startMs)}
      />
    )
  }
  const violations = props.violations.filter(({ shiftId }) => shiftId === shift.id)
  return (
    <ShiftBar
      shift={shift}
      scale={scale}
      violations={violations}
      label={label.shift(person, shift, violations)}
      column={stop.day + 2}
      stopId={stopId}
      isFocused={isFocused}
      onFocus={onFocus}
      onOpen={() => props.onOpen(shift.id)}
      onGrab={(edge, event) => props.onGrab({ shift, edge }, event)}
    />
  )
}

interface PersonHeaderProps {
  readonly person: PersonRow
  readonly violations: readonly ViolationView[]
}

function PersonHeader({ person, violations }: PersonHeaderProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const articles = [
    ...new Set(violations.flatMap(({ article }) => articleNumber(article ?? '') ?? [])),
  ]
  const rules = violations.map(({ text }) => text).join('\n')
  const hours = format.hours(person.paidSeconds)
  const owed = person.contractSeconds === null ? null : format.hours(person.contractSeconds)
  const accounts = useAccountLines()(person)
  const account = accounts.length === 0 ? undefined : [t('shift.account'), ...accounts].join('\n')
  return (
    <div role="rowheader" className={styles['person']}>
      <span className={styles['name']} title={`${person.name}\n${person.detail}`}>
        {person.name}
      </span>
      {violations.length > 0 && (
        <span className={styles['badge']} data-law={articles.length > 0} title={rules}>
          <VisuallyHidden>{t('grid.violations', { count: violations.length })}</VisuallyHidden>
          <span aria-hidden>
            {articles.length === 1
              ? t('law.article', { article: articles[0] ?? '' })
              : `${articles.length > 1 ? '§' : '!'} ${violations.length}`}
          </span>
        </span>
      )}
      <span
        className={styles['paid']}
        title={account}
        data-differs={person.paidSeconds !== person.contractSeconds}
      >
        {hours}
        {owed !== null && <span className={styles['owed']}> / {owed}</span>}
      </span>
    </div>
  )
}

interface TrainingProps {
  readonly session: AbsenceView
  readonly scale: TimeScale
}

/** Lies over the shift that it takes its time from; the shift's cell says it in words. */
function Training({ session, scale }: TrainingProps): ReactElement | null {
  const span = scale.span(session.startMs, session.endMs)
  if (span === null) return null
  return (
    <div
      aria-hidden
      className={styles['training']}
      style={{ left: span.leftPx, width: span.widthPx }}
    >
      <IconSchool size={12} />
    </div>
  )
}

interface AbsenceProps {
  readonly absence: AbsenceView
  readonly scale: TimeScale
}

function Absence({ absence, scale }: AbsenceProps): ReactElement | null {
  const span = scale.span(absence.startMs, absence.endMs)
  if (span === null) return null
  return (
    <div
      className={styles['absence']}
      style={{ left: span.leftPx, width: span.widthPx }}
      title={absence.label}
    >
      <span className={styles['absenceLabel']}>{absence.label}</span>
    </div>
  )
}
