/* oxlint-disable jsx-a11y/prefer-tag-over-role -- only the rows in view exist, absolutely placed: a table cannot do that */
import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactElement, useState } from 'react'

import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { rowsWithFocus } from '../../lib/rows-with-focus.ts'
import { toTsv } from '../../lib/tsv.ts'
import { useFollowFocus } from '../../lib/use-follow-focus.ts'
import { type TravellingFocus, useTravellingFocus } from '../../lib/use-travelling-focus.ts'
import { cellAfterKey, type CellPosition } from './cell-focus.ts'

import styles from './interval-table.module.css'

/** What a cell means, when its colour says so; the text says it too. */
export type CellTone = 'under' | 'over' | 'forecast' | 'law' | 'faint'

export interface TableColumn<Row> {
  readonly id: string
  readonly header: string
  /** Unit of every number in the column, shown in the header. */
  readonly unit?: string
  readonly align: 'start' | 'end'
  /** The least; wider tables share what is left in proportion. */
  readonly widthPx: number
  /** As it is read. */
  readonly text: (row: Row) => string
  /** As a spreadsheet gets it; null is an empty cell. */
  readonly value: (row: Row) => string | number | null
  readonly tone?: (row: Row) => CellTone | undefined
}

interface IntervalTableProps<Row> {
  /** Names the table for a screen reader and above the copy button. */
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly maxHeightPx?: number
  /** Opens what stands behind a row: by a click, or Enter in any of its cells. */
  readonly onOpen?: (row: Row) => void
  /** Key of the row whose details are open. */
  readonly openKey?: string | undefined
}

const ROW_HEIGHT_PX = 28

/** A long table of numbers: only what is in view is drawn, all of it copies to a spreadsheet. */
export function IntervalTable<Row>(props: IntervalTableProps<Row>): ReactElement {
  const { label, columns, rows, maxHeightPx = 480 } = props
  const t = useTranslate()
  // State, not a ref: the body must draw again once its scrolling parent exists.
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null)
  const focus = useTravellingFocus<CellPosition>({ row: 0, column: 0 })
  const { copy, announcement } = useCopy(columns, rows)
  const open = (at: number): void => {
    const row = rows[at]
    if (row !== undefined) props.onOpen?.(row)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isCopy = (event.ctrlKey || event.metaKey) && event.code === 'KeyC'
    if (isCopy && (getSelection()?.isCollapsed ?? true)) {
      event.preventDefault()
      void copy()
    }
    if (event.key === 'Enter') open(focus.position.row)
    const size = { rows: rows.length, columns: columns.length }
    const next = cellAfterKey(focus.position, event.key, size)
    if (next === null) return
    event.preventDefault()
    focus.goTo(next)
  }
  return (
    <section className={styles['whole']}>
      <div className={styles['tools']}>
        <Button
          variant="subtle"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => {
            void copy()
          }}
        >
          {t('table.copy')}
        </Button>
        <output className={styles['announcement']}>{announcement}</output>
      </div>
      <div
        ref={setViewport}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        className={styles['viewport']}
        style={{ maxHeight: maxHeightPx }}
        onKeyDown={onKeyDown}
        onClick={({ target }) => open(rowOf(target))}
      >
        <TableHeader columns={columns} />
        <TableBody {...props} viewport={viewport} focus={focus} />
      </div>
    </section>
  )
}

/** Index of the row that an element stands in; none for the header. */
function rowOf(target: EventTarget): number {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  return Number.parseInt(cell?.dataset['cell'] ?? '-1', 10)
}

/** The whole table to the clipboard, as a spreadsheet of the reader's language takes it. */
function useCopy<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): { readonly copy: () => Promise<void>; readonly announcement: string } {
  const { locale, t } = useLocale()
  const [announcement, setAnnouncement] = useState('')
  return {
    announcement,
    copy: async () => {
      const headed = columns.map(({ header, unit, value }) => ({
        header: unit === undefined ? header : `${header}, ${unit}`,
        value,
      }))
      await navigator.clipboard.writeText(toTsv(headed, rows, locale === 'en' ? '.' : ','))
      setAnnouncement(t('table.copied', { count: rows.length }))
    },
  }
}

/** What a letter of a heading takes, and the space on both of its sides. */
const LETTER_PX = 8.8
const HEADING_PADDING_PX = 15

/** No column is narrower than the longest word above it, as far as can be reckoned: words stay whole. */
function leastWidthPx({ header, unit, widthPx }: TableColumn<never>): number {
  const words = (unit === undefined ? header : `${header},`).split(' ')
  const longest = Math.max(...words.map(({ length }) => length))
  return Math.max(widthPx, Math.ceil(longest * LETTER_PX) + HEADING_PADDING_PX)
}

/** Header and rows are separate grids: the same tracks and the same least width align them. */
function tracks<Row>(columns: readonly TableColumn<Row>[]): {
  readonly gridTemplateColumns: string
  readonly minWidth: number
} {
  const widths = columns.map(leastWidthPx)
  return {
    gridTemplateColumns: widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' '),
    minWidth: widths.reduce((sum, width) => sum + width, 0),
  }
}

function TableHeader<Row>(props: { readonly columns: readonly TableColumn<Row>[] }): ReactElement {
  return (
    <div role="row" aria-rowindex={1} className={styles['header']} style={tracks(props.columns)}>
      {props.columns.map(({ id, header, unit, align }) => (
        <div key={id} role="columnheader" className={styles['heading']} data-align={align}>
          {unit === undefined ? header : `${header}, `}
          {unit !== undefined && <span className={styles['unit']}>{unit}</span>}
        </div>
      ))}
    </div>
  )
}

interface TableBodyProps<Row> extends IntervalTableProps<Row> {
  readonly viewport: HTMLDivElement | null
  readonly focus: TravellingFocus<CellPosition>
}

function TableBody<Row>(props: TableBodyProps<Row>): ReactElement {
  const { columns, rows, rowKey, viewport, focus, onOpen, openKey } = props
  const { position: focused, fromRow, goTo } = focus
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here and memoized nowhere
  const virtualizer = useVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT_PX,
    getScrollElement: () => viewport,
    overscan: 8,
    rangeExtractor: (range) => rowsWithFocus(range, [fromRow, focused.row]),
  })
  useFollowFocus(viewport, `[data-cell="${focused.row}:${focused.column}"]`)
  return (
    <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <div
            key={rowKey(row)}
            role="row"
            aria-rowindex={index + 2}
            className={styles['row']}
            data-opens={onOpen !== undefined}
            aria-selected={openKey === undefined ? undefined : openKey === rowKey(row)}
            style={{
              ...tracks(columns),
              transform: `translateY(${start}px)`,
              height: ROW_HEIGHT_PX,
            }}
          >
            {columns.map((column, at) => (
              <div
                key={column.id}
                role="gridcell"
                aria-colindex={at + 1}
                data-cell={`${index}:${at}`}
                data-align={column.align}
                data-tone={column.tone?.(row)}
                tabIndex={focused.row === index && focused.column === at ? 0 : -1}
                className={styles['cell']}
                title={column.text(row)}
                onFocus={() => goTo({ row: index, column: at })}
              >
                {column.text(row)}
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}
