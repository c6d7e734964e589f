/* oxlint-disable jsx-a11y/prefer-tag-over-role -- only the rows in view exist, and their cells lie on a time axis: a table cannot do that */
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type PointerEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useRef,
} from 'react'

import {
  RequirementStrip,
  RequirementStripLabels,
} from '../../../components/requirement-strip/requirement-strip.tsx'
import { TimeAxis, TimeBackdrop } from '../../../components/time-axis/time-axis.tsx'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { rowsWithFocus } from '../../../lib/rows-with-focus.ts'
import { useFollowFocus } from '../../../lib/use-follow-focus.ts'
import { useStable } from '../../../lib/use-stable.ts'
import { type GridFocus, rowStops, stopAfterMove } from './grid-focus.ts'
import type { ViolationView } from './shift-grid-model.ts'
import type { GridTarget, ShiftGridProps } from './shift-grid-props.ts'
import { ShiftRow } from './shift-row.tsx'
import { type GridKeyboard, useGridKeyboard } from './use-grid-keyboard.ts'
import { type GripOn, useShiftDrag } from './use-shift-drag.ts'

import styles from './shift-grid.module.css'

const ROW_HEIGHT_PX = 32

/** People by time: who works when, what is broken, and whether it is enough, on one axis. */
export function ShiftGrid(props: ShiftGridProps): ReactElement {
  const t = useTranslate()
  // State, not a ref: the body must draw again once its scrolling parent exists.
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null)
  const keyboard = useGridKeyboard(props)
  return (
    <div className={styles['whole']}>
      <div
        ref={setViewport}
        role="grid"
        tabIndex={-1}
        aria-label={t('grid.label')}
        aria-rowcount={props.rows.length + 1}
        aria-colcount={props.scale.days.length + 1}
        aria-readonly={props.isReadOnly}
        className={styles['viewport']}
        onKeyDown={keyboard.onKeyDown}
      >
        <GridHeader {...props} />
        <GridBody {...props} viewport={viewport} keyboard={keyboard} />
      </div>
      <GridAnnouncement keyboard={keyboard} />
    </div>
  )
}

function GridHeader(props: ShiftGridProps): ReactElement {
  const { scale, coverage } = props
  const t = useTranslate()
  const format = useFormat()
  return (
    <div role="row" aria-rowindex={1} className={styles['header']}>
      <div role="columnheader" className={styles['corner']}>
        <span className={styles['cornerTitles']}>
          <span>{t('grid.people', { count: props.rows.length })}</span>
          <span className={styles['paidTitle']}>
            {t('grid.paidHours')}
            {props.weeks > 1 && (
              <>
                <br />
                {t('grid.paidHours.weeks', { count: props.weeks })}
              </>
            )}
          </span>
        </span>
        <RequirementStripLabels />
      </div>
      <div style={{ width: scale.widthPx }}>
        <TimeAxis scale={scale} />
        <RequirementStrip scale={scale} intervals={coverage} onAsk={props.onAsk} />
        {scale.days.map((day) => (
          <span key={day.startMs} role="columnheader" className={styles['heard']}>
            {format.longDay(day.startMs)}
          </span>
        ))}
      </div>
    </div>
  )
}

interface GridBodyProps extends ShiftGridProps {
  readonly viewport: HTMLDivElement | null
  readonly keyboard: GridKeyboard
}

function GridBody(props: GridBodyProps): ReactElement {
  const { scale, rows, viewport } = props
  const { focus, fromRow, setFocus } = props.keyboard
  const onGrab = useGridDrag(props, setFocus)
  const ofPerson = useViolationsByPerson(props.violations)
  const onFocusStop = useCallback(
    (row: number, stop: number) => setFocus({ row, stop }),
    [setFocus],
  )
  const onOpen = useStable(props.onOpen)
  const onAdd = useStable((personId: string, dayMs: number) => {
    if (!props.isReadOnly) props.onAdd(personId, dayMs)
  })
  useShownTarget(props, viewport, setFocus)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here and memoized nowhere
  const virtualizer = useVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT_PX,
    getScrollElement: () => viewport,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    rangeExtractor: (range) => rowsWithFocus(range, [fromRow, focus.row]),
  })
  useFollowFocus(viewport, `[data-stop="${focus.row}:${focus.stop}"]`)
  return (
    <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize() }}>
      <div className={styles['backdrop']}>
        <TimeBackdrop scale={scale} nowMs={props.nowMs} />
      </div>
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const person = rows[index]
        if (person === undefined) return null
        return (
          <ShiftRow
            key={person.id}
            person={person}
            row={index}
            topPx={start}
            scale={scale}
            violations={ofPerson.get(person.id) ?? NO_VIOLATIONS}
            focusedStop={focus.row === index ? focus.stop : null}
            onFocusStop={onFocusStop}
            onOpen={onOpen}
            onAdd={onAdd}
            onGrab={onGrab}
          />
        )
      })}
    </div>
  )
}

/** Dragging what may be moved; the focus goes with it. */
function useGridDrag(
  props: ShiftGridProps,
  setFocus: (focus: GridFocus) => void,
): (grip: GripOn, event: PointerEvent<HTMLElement>) => void {
  const { rows, scale } = props
  const grab = useShiftDrag(scale, {
    ...props,
    onMove: (move) => {
      props.onMove(move)
      const row = rows.findIndex(({ shifts }) => shifts.some(({ id }) => id === move.shiftId))
      const person = rows[row]
      if (person !== undefined) setFocus({ row, stop: stopAfterMove(person, scale.days, move) })
    },
  })
  return useStable((grip: GripOn, event: PointerEvent<HTMLElement>) => {
    if (!props.isReadOnly && !grip.shift.isLocked) grab(grip, event)
  })
}

/** Puts the focus where the page wants it: a violation of the list leads to its shift. */
function useShownTarget(
  { shown = null, rows, scale }: ShiftGridProps,
  viewport: HTMLElement | null,
  setFocus: (focus: GridFocus) => void,
): void {
  const sought = useRef<GridTarget | null>(null)
  const goTo = useStable(({ personId, shiftId }: GridTarget) => {
    const row = rows.findIndex(({ id }) => id === personId)
    const person = rows[row]
    if (person === undefined || viewport === null) return
    const stop = rowStops(person, scale.days).findIndex(({ shift }) => shift?.id === shiftId)
    viewport.focus({ preventScroll: true })
    setFocus({ row, stop: Math.max(0, stop) })
    // A shift of another week is there once the page has turned to it.
    if (stop >= 0 || shiftId === null) sought.current = null
  })
  useEffect(() => {
    sought.current = shown
  }, [shown])
  useEffect(() => {
    if (sought.current !== null && viewport !== null) goTo(sought.current)
  }, [shown, viewport, scale.startMs, goTo])
}

const NO_VIOLATIONS: readonly ViolationView[] = []

/** The same array for a person as long as the violations are the same: rows compare by identity. */
function useViolationsByPerson(
  violations: readonly ViolationView[],
): ReadonlyMap<string | null, readonly ViolationView[]> {
  return useMemo(() => Map.groupBy(violations, ({ personId }) => personId), [violations])
}

function GridAnnouncement({ keyboard }: { readonly keyboard: GridKeyboard }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { announced } = keyboard
  return (
    <output className={styles['heard']}>
      {announced?.kind === 'move' &&
        t('grid.moved', {
          when: format.weekdayRange(announced.move.startMs, announced.move.endMs),
        })}
      {announced?.kind === 'lockedShiftStays' && t('grid.lockedStays')}
    </output>
  )
}
