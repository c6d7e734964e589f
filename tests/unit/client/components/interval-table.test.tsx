import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { IntervalTable } from '../../../../client/components/interval-table/interval-table.tsx'
import { giveBoxesHeight, renderOnPage } from '../support/page.tsx'

interface Row {
  readonly id: string
  readonly seconds: number
}

const rows: Row[] = Array.from({ length: 500 }, (_, at) => ({ id: `r${at}`, seconds: at + 0.5 }))

function renderTable(locale: 'ru' | 'en' = 'ru') {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined)
  vi.stubGlobal('navigator', { languages: [], clipboard: { writeText } })
  renderOnPage(
    <IntervalTable
      label="Ожидание"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'id',
          header: 'Строка',
          align: 'start',
          widthPx: 80,
          text: ({ id }) => id,
          value: ({ id }) => id,
        },
        {
          id: 'seconds',
          header: 'Ожидание',
          unit: 'с',
          align: 'end',
          widthPx: 80,
          text: ({ seconds }) => `${Math.round(seconds)}`,
          value: ({ seconds }) => seconds,
        },
      ]}
    />,
    locale,
  )
  screen.getAllByRole('gridcell')[0]?.focus()
  return { writeText }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
beforeAll(() => giveBoxesHeight(300))

describe('IntervalTable', () => {
  it('draws what is in view and tells how many rows there are', () => {
    renderTable()
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('501')
    expect(screen.getAllByRole('gridcell').length).toBeLessThan(100)
  })

  it('has the unit in the header', () => {
    renderTable()
    expect(screen.getAllByRole('columnheader')[1]?.textContent).toBe('Ожидание, с')
  })

  it('copies every row, not only the drawn ones, unrounded and with a Russian comma', async () => {
    const { writeText } = renderTable()
    const focused = document.activeElement ?? document.body
    fireEvent.keyDown(focused, { key: 'с', code: 'KeyC', ctrlKey: true })
    await waitFor(() => expect(screen.getByText('Скопировано 500 строк')).toBeTruthy())
    const lines = String(writeText.mock.calls[0]?.[0]).split('\n')
    expect(lines).toHaveLength(501)
    expect(lines[0]).toBe('Строка\tОжидание, с')
    expect(lines[500]).toBe('r499\t499,5')
  })

  it('copies with a point for an English reader, by the button as well', async () => {
    const { writeText } = renderTable('en')
    fireEvent.click(screen.getByRole('button', { name: 'Copy for a spreadsheet' }))
    await waitFor(() => expect(writeText).toHaveBeenCalledTimes(1))
    expect(writeText.mock.calls[0]?.[0]).toContain('r0\t0.5\n')
  })

  it('walks by arrows from cell to cell and stays inside', () => {
    renderTable()
    const press = (key: string): void => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key })
    }
    press('ArrowUp')
    press('ArrowDown')
    press('ArrowRight')
    press('ArrowRight')
    expect(document.activeElement?.textContent).toBe('2')
  })
})
