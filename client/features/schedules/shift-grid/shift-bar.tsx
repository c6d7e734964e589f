/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- cells lie on a time axis, which a table cannot draw; the grid hears the keys for all of them */
import { IconHome, IconLockFilled } from '@tabler/icons-react'
import type { PointerEvent, ReactElement } from 'react'

import { useFormat } from '../../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../../lib/time-scale.ts'
import { fittingLabel } from './bar-label.ts'
import type { ShiftView, ViolationView } from './shift-grid-model.ts'
import type { GripOn } from './use-shift-drag.ts'

import styles from './shift-bar.module.css'

interface ShiftBarProps {
  readonly shift: ShiftView
  readonly scale: TimeScale
  readonly violations: readonly ViolationView[]
  readonly label: string
  readonly column: number
  readonly stopId: string
  readonly isFocused: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onGrab: (edge: GripOn['edge'], event: PointerEvent<HTMLElement>) => void
}

/** So near its end, a bar is taken by the end. */
const EDGE_PX = 7

/** With narrower hours a rest is a hair, and a meal only notches the bar below its label. */
const NEAR_HOUR_PX = 20

/** One shift on the axis: work solid, breaks cut out of it, the law's objections in violet. */
export function ShiftBar(props: ShiftBarProps): ReactElement | null {
  const { shift, scale, violations } = props
  const span = scale.span(shift.startMs, shift.endMs)
  if (span === null) return null
  return (
    <div
      role="gridcell"
      aria-colindex={props.column}
      aria-label={props.label}
      title={props.label}
      data-stop={props.stopId}
      tabIndex={props.isFocused ? 0 : -1}
      className={styles['bar']}
      data-night={shift.isNight}
      data-locked={shift.isLocked}
      data-home={shift.place.at === 'home'}
      data-violated={violations.length > 0}
      data-proposed={shift.isProposed}
      style={{ left: span.leftPx, width: span.widthPx }}
      onFocus={props.onFocus}
      onDoubleClick={props.onOpen}
      onClick={({ nativeEvent }) => {
        // A finger cannot hover or press Enter: its tap opens.
        if (isTouch(nativeEvent)) props.onOpen()
      }}
      onPointerDown={(event) => {
        const { right } = event.currentTarget.getBoundingClientRect()
        props.onGrab(right - event.clientX < EDGE_PX ? 'end' : 'whole', event)
      }}
    >
      <span className={styles['edge']} />
      <BarSegments shift={shift} scale={scale} leftPx={span.leftPx} />
      <BarLabel shift={shift} widthPx={span.widthPx} isViolated={violations.length > 0} />
    </div>
  )
}

function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === 'touch'
}

interface BarLabelProps {
  readonly shift: ShiftView
  readonly widthPx: number
  readonly isViolated: boolean
}

function BarLabel({ shift, widthPx, isViolated }: BarLabelProps): ReactElement {
  const format = useFormat()
  const marksPx = (isViolated ? 12 : 0) + (shift.isLocked ? 14 : 0)
  const times = [format.time(shift.startMs), format.time(shift.endMs)] as const
  const text = fittingLabel(times, widthPx - marksPx)
  // The bar's lower edge says it too: the times come first where there is no room for both.
  const isHome = shift.place.at === 'home' && fittingLabel(times, widthPx - marksPx - 14) === text
  return (
    <span className={styles['label']} aria-hidden>
      {isViolated && <b className={styles['section']}>§</b>}
      {/* Written by CSS: the cell's name already has the times in full, not shortened. */}
      {text !== null && <span className={styles['short']} data-times={text} />}
      {isHome && <IconHome size={12} className={styles['lock']} />}
      {shift.isLocked && <IconLockFilled size={11} className={styles['lock']} />}
    </span>
  )
}

interface BarSegmentsProps {
  readonly shift: ShiftView
  readonly scale: TimeScale
  readonly leftPx: number
}

/** Breaks, each kind with its own pattern. */
function BarSegments({ shift, scale, leftPx }: BarSegmentsProps): ReactElement {
  const isFar = scale.hourWidthPx < NEAR_HOUR_PX
  return (
    <>
      {shift.breaks.map((part) => {
        const span = scale.span(part.startMs, part.endMs)
        if (span === null || (isFar && part.kind === 'rest')) return null
        return (
          <span
            key={`${part.kind} ${part.startMs}`}
            className={styles['segment']}
            data-kind={part.kind}
            data-far={isFar}
            style={{ left: span.leftPx - leftPx, width: span.widthPx }}
          />
        )
      })}
    </>
  )
}
