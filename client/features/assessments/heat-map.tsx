/* oxlint-disable jsx-a11y/prefer-tag-over-role -- only the rows in view exist, absolutely placed: a table cannot do that */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type ReactElement, useState } from 'react'

import { cellAfterKey, type CellPosition } from '../../components/interval-table/cell-focus.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { rowsWithFocus } from '../../lib/rows-with-focus.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useFollowFocus } from '../../lib/use-follow-focus.ts'
import { type TravellingFocus, useTravellingFocus } from '../../lib/use-travelling-focus.ts'
import { ableCount, type MatrixCell, type MatrixRow, shortCode } from './matrix-model.ts'

import styles from './heat-map.module.css'

const ROW_HEIGHT_PX = 30
const WORKING_LEVEL = 3

interface HeatMapProps {
  readonly rows: readonly MatrixRow[]
  readonly competences: readonly { readonly code: string; readonly name: string }[]
  readonly onOpen: (row: MatrixRow, code: string) => void
}

/** People × competences: the level in every cell, and how long it holds. A cell opens its history. */
export function HeatMap({ rows, competences, onOpen }: HeatMapProps): ReactElement {
  const t = useTranslate()
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null)
  const focus = useTravellingFocus<CellPosition>({ row: 0, column: 0 })
  const open = ({ row, column }: CellPosition): void => {
    const person = rows[row]
    const competence = competences[column]
    if (person !== undefined && competence !== undefined) onOpen(person, competence.code)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(focus.position)
    }
    const size = { rows: rows.length, columns: competences.length }
    const next = cellAfterKey(focus.position, event.key, size)
    if (next === null) return
    event.preventDefault()
    focus.goTo(next)
  }
  return (
    <div
      ref={setViewport}
      role="grid"
      tabIndex={-1}
      aria-label={t('matrix.label')}
      aria-rowcount={rows.length + 1}
      aria-colcount={competences.length + 1}
      className={styles['viewport']}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const at = positionOf(target)
        if (at !== null) focus.goTo(at)
      }}
      onClick={({ target }) => {
        const at = positionOf(target)
        if (at !== null) open(at)
      }}
    >
      <div role="row" aria-rowindex={1} className={`${styles['row']} ${styles['header']}`}>
        <div role="columnheader" className={styles['name']}>
          {t('matrix.person')}
          <span className={styles['able']}>{t('matrix.able')}</span>
        </div>
        {competences.map(({ code, name }, at) => (
          <div key={code} role="columnheader" className={styles['heading']} title={name}>
            {shortCode(code)}
            <span className={styles['able']}>{ableCount(rows, at)}</span>
          </div>
        ))}
      </div>
      <HeatRows rows={rows} competences={competences} viewport={viewport} focus={focus} />
    </div>
  )
}

function positionOf(target: EventTarget): CellPosition | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = (cell?.dataset['cell'] ?? '').split(':').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}

interface HeatRowsProps extends Omit<HeatMapProps, 'onOpen'> {
  readonly viewport: HTMLDivElement | null
  readonly focus: TravellingFocus<CellPosition>
}

function HeatRows({ rows, competences, viewport, focus }: HeatRowsProps): ReactElement {
  const { position, fromRow } = focus
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here and memoized nowhere
  const virtualizer = useVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT_PX,
    getScrollElement: () => viewport,
    overscan: 6,
    rangeExtractor: (range) => rowsWithFocus(range, [fromRow, position.row]),
  })
  useFollowFocus(viewport, `[data-cell="${position.row}:${position.column}"]`)
  return (
    <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <HeatRow
            key={row.id}
            row={row}
            index={index}
            startPx={start}
            competences={competences}
            focusedColumn={position.row === index ? position.column : null}
          />
        )
      })}
    </div>
  )
}

interface HeatRowProps extends Pick<HeatMapProps, 'competences'> {
  readonly row: MatrixRow
  readonly index: number
  readonly startPx: number
  /** Null in every row but that of the focus. */
  readonly focusedColumn: number | null
}

/** Drawn once while the others are scrolled past it: a frame draws the rows that come, not all in view. */
const HeatRow = memo(function HeatRow(props: HeatRowProps): ReactElement {
  const { row, index, startPx, competences, focusedColumn } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${styles['row']} ${styles['line']}`}
      style={{ transform: `translateY(${startPx}px)`, height: ROW_HEIGHT_PX }}
    >
      <div role="rowheader" className={styles['name']}>
        {row.fullName}
      </div>
      {competences.map(({ code, name }, at) => (
        <HeatCell
          key={code}
          id={`${index}:${at}`}
          name={name}
          cell={row.cells[at] ?? null}
          isFocused={focusedColumn === at}
        />
      ))}
    </div>
  )
})

interface HeatCellProps {
  readonly id: string
  readonly name: string
  readonly cell: MatrixCell | null
  readonly isFocused: boolean
}

function HeatCell({ id, name, cell, isFocused }: HeatCellProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const state = cell?.state ?? 'missing'
  const words =
    cell === null
      ? t('matrix.state.missing')
      : `${t('people.level', { level: cell.level })}, ${t(`matrix.state.${cell.state}`)}, ${date(cell.validUntil)}`
  return (
    <div
      role="gridcell"
      data-cell={id}
      data-state={state}
      data-low={cell !== null && cell.level < WORKING_LEVEL}
      tabIndex={isFocused ? 0 : -1}
      aria-label={`${name}: ${words}`}
      title={words}
      className={styles['cell']}
    >
      {cellMark(cell)}
    </div>
  )
}

/** The level; a sign beside it says the same as the colour. */
export function cellMark(cell: Pick<MatrixCell, 'level' | 'state'> | null): string {
  if (cell === null) return '·'
  return cell.state === 'expired' ? `${cell.level} ✕` : String(cell.level)
}
