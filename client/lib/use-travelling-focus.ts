import { useCallback, useState } from 'react'

interface InRow {
  readonly row: number
}

export interface TravellingFocus<Position extends InRow> {
  readonly position: Position
  /** The row it comes from: drawn until it has arrived, or the focus would fall off with it. */
  readonly fromRow: number
  readonly goTo: (position: Position) => void
}

/** Where the focus of a grid is, and the row that it left last. */
export function useTravellingFocus<Position extends InRow>(
  start: Position,
): TravellingFocus<Position> {
  const [way, setWay] = useState({ position: start, fromRow: start.row })
  const goTo = useCallback(
    (position: Position) => setWay((last) => ({ position, fromRow: last.position.row })),
    [],
  )
  return { ...way, goTo }
}
