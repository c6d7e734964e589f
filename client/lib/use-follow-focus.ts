import { useEffect } from 'react'

/**
 * Once the reader is inside a grid, the focus goes with the current cell, and the grid scrolls only
 * as far as it must to show it. `scroll-padding` keeps it out from under what is sticky.
 *
 * @param grid null before it is in the page
 * @param selector finds the current cell, which must be drawn
 */
export function useFollowFocus(grid: HTMLElement | null, selector: string): void {
  useEffect(() => {
    if (grid?.contains(document.activeElement) !== true) return
    const cell = grid.querySelector<HTMLElement>(selector)
    if (cell === null || cell === document.activeElement) return
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [grid, selector])
}
