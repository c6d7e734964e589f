import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import {
  focusAfterKey,
  rowStops,
} from '../../../../../../client/features/schedules/shift-grid/grid-focus.ts'
import type {
  PersonRow,
  ShiftView,
} from '../../../../../../client/features/schedules/shift-grid/shift-grid-model.ts'
import type { ShiftGridProps } from '../../../../../../client/features/schedules/shift-grid/shift-grid-props.ts'
import { ShiftGrid } from '../../../../../../client/features/schedules/shift-grid/shift-grid.tsx'
import { createTimeScale } from '../../../../../../client/lib/time-scale.ts'
import { giveBoxesHeight, renderOnPage } from '../../../support/page.tsx'

const HOUR = 3_600_000
const QUARTER = 900_000
/** Monday 15 June 2026, 00:00 in Almaty (UTC+5). */
const MONDAY = Date.UTC(2026, 5, 14, 19)

const scale = createTimeScale({
  startMs: MONDAY,
  endMs: MONDAY + 168 * HOUR,
  hourWidthPx: 6,
  timeZone: 'Asia/Almaty',
})

function shift(id: string, day: number, hour: number, isLocked = false): ShiftView {
  const startMs = MONDAY + (day * 24 + hour) * HOUR
  const meal = { kind: 'meal', isPaid: false } as const
  return {
    id,
    personId: '',
    place: { at: 'office', byRecord: 'office', set: null, mayBeHome: false },
    startMs,
    endMs: startMs + 9 * HOUR,
    shape: 'D9',
    stepMs: QUARTER,
    isNight: false,
    isByHand: false,
    isLocked,
    isProposed: false,
    breaks: [{ ...meal, startMs: startMs + 4 * HOUR, endMs: startMs + 5 * HOUR }],
  }
}

function person(id: string, shifts: readonly ShiftView[]): PersonRow {
  return {
    id,
    name: id,
    detail: '',
    site: '',
    team: null,
    queueIds: [],
    paidSeconds: 40 * 3600,
    accounts: [],
    contractSeconds: 40 * 3600,
    shifts,
    absences: [],
    training: [],
  }
}

const aigerim = person('Айгерім', [shift('a1', 0, 9), shift('a2', 1, 9, true)])
const daniyar = person('Данияр', [shift('b1', 1, 8)])

afterEach(cleanup)
beforeAll(() => giveBoxesHeight(600))

function renderGrid(part: Partial<ShiftGridProps> = {}) {
  const heard = {
    onOpen: vi.fn<ShiftGridProps['onOpen']>(),
    onAdd: vi.fn<ShiftGridProps['onAdd']>(),
    onRemove: vi.fn<ShiftGridProps['onRemove']>(),
    onMove: vi.fn<ShiftGridProps['onMove']>(),
    onStretch: vi.fn<ShiftGridProps['onStretch']>(),
    onEnd: vi.fn<ShiftGridProps['onEnd']>(),
    onKeep: vi.fn<ShiftGridProps['onKeep']>(),
    onPutBack: vi.fn<ShiftGridProps['onPutBack']>(),
    onLetGo: vi.fn<ShiftGridProps['onLetGo']>(),
    onToggleLock: vi.fn<ShiftGridProps['onToggleLock']>(),
  }
  renderOnPage(
    <ShiftGrid
      scale={scale}
      weeks={1}
      rows={[aigerim, daniyar]}
      coverage={[]}
      violations={[]}
      nowMs={MONDAY}
      isReadOnly={false}
      isProposing={false}
      {...heard}
      {...part}
    />,
  )
  const cells = screen.getAllByRole('gridcell')
  cells.find(({ tabIndex }) => tabIndex === 0)?.focus()
  const press = (key: string, held: Partial<KeyboardEventInit> = {}): void => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...held })
  }
  const focused = (): string => document.activeElement?.getAttribute('aria-label') ?? ''
  return { ...heard, press, focused }
}

describe('hours of a row', () => {
  const withAccount = (plannedHours: number): PersonRow => ({
    ...aigerim,
    accounts: [
      {
        fromDate: '2026-03-30',
        toDate: '2026-06-28',
        normSeconds: 504 * 3600,
        plannedSeconds: plannedHours * 3600,
      },
    ],
  })
  const told = (row: PersonRow): string | null => {
    renderGrid({ rows: [row] })
    return screen.getByRole('rowheader').lastElementChild?.getAttribute('title') ?? null
  }

  it('say what is left of the norm of an accounting period', () => {
    const words = told(withAccount(480))
    expect(words).toMatch(/^Учётный период\n30 марта.*28 июня/)
    expect(words).toContain('запланировано 480 ч при норме 504 ч, осталось 24 ч')
  })

  it('say by how much the norm is exceeded', () => {
    expect(told(withAccount(510))).toContain('при норме 504 ч, сверх нормы 6 ч')
  })

  it('say nothing of somebody who is bound to the week', () => {
    expect(told(aigerim)).toBeNull()
  })
})

describe('ShiftGrid by keyboard', () => {
  it('has one stop for Tab, the first shift, and says it whole', () => {
    const { focused } = renderGrid()
    const stops = screen.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0)
    expect(stops).toHaveLength(1)
    expect(focused()).toBe('Айгерім, понедельник, 15 июня, 09:00–18:00, обед 13:00–14:00')
  })

  it('walks with arrows over shifts and empty days, straight down to the same day', () => {
    const { press, focused } = renderGrid()
    press('ArrowRight')
    expect(focused()).toContain('вторник, 16 июня, 09:00–18:00')
    press('ArrowDown')
    expect(focused()).toBe('Данияр, вторник, 16 июня, 08:00–17:00, обед 12:00–13:00')
    press('ArrowRight')
    expect(focused()).toBe('Данияр, среда, 17 июня, нет смены')
    press('Home')
    expect(focused()).toBe('Данияр, понедельник, 15 июня, нет смены')
    press('End')
    expect(focused()).toContain('воскресенье')
  })

  it('opens the shift with Enter, and asks for one on an empty day', () => {
    const { press, onOpen, onAdd } = renderGrid()
    press('Enter')
    expect(onOpen.mock.calls).toEqual([['a1']])
    press('End')
    press('Enter')
    expect(onOpen).toHaveBeenCalledTimes(1)
    expect(onAdd.mock.calls).toEqual([['Айгерім', MONDAY + 144 * HOUR]])
  })

  it('takes a shift away with Delete, but not a locked one', () => {
    const { press, onRemove } = renderGrid()
    press('Delete')
    expect(onRemove.mock.calls).toEqual([['a1']])
    press('ArrowRight')
    press('Delete')
    expect(onRemove).toHaveBeenCalledTimes(1)
  })

  it('proposes the shift a quarter of an hour later with Ctrl and an arrow, and says so', () => {
    const { press, onMove } = renderGrid()
    press('ArrowRight', { ctrlKey: true })
    const [a1] = aigerim.shifts
    expect(onMove.mock.calls).toEqual([
      [
        {
          shiftId: 'a1',
          startMs: (a1?.startMs ?? 0) + QUARTER,
          endMs: (a1?.endMs ?? 0) + QUARTER,
        },
      ],
    ])
    expect(screen.getByText(/Смена встанет пн 09:15–18:15/u)).toBeTruthy()
  })

  it('proposes another length with Ctrl, Shift and an arrow', () => {
    const { press, onMove, onStretch } = renderGrid()
    press('ArrowRight', { ctrlKey: true, shiftKey: true })
    press('ArrowLeft', { ctrlKey: true, shiftKey: true })
    expect(onStretch.mock.calls).toEqual([
      ['a1', 'longer'],
      ['a1', 'shorter'],
    ])
    expect(onMove).not.toHaveBeenCalled()
  })

  it('keeps with Enter and puts back with Esc while something is proposed', () => {
    const { press, onOpen, onKeep, onPutBack } = renderGrid({ isProposing: true })
    press('Escape')
    expect(onPutBack).toHaveBeenCalledTimes(1)
    press('Enter')
    expect(onKeep).toHaveBeenCalledTimes(1)
    expect(onOpen).not.toHaveBeenCalled()
  })

  it('leaves a locked shift where it is, and says why', () => {
    const { press, onMove } = renderGrid()
    press('ArrowRight')
    press('ArrowLeft', { ctrlKey: true })
    expect(onMove).not.toHaveBeenCalled()
    expect(screen.getByText(/Нажмите L, чтобы открепить/u)).toBeTruthy()
  })

  it('locks with the L key of any layout: on a Russian one it types д', () => {
    const { press, onToggleLock } = renderGrid()
    press('д', { code: 'KeyL' })
    expect(onToggleLock.mock.calls).toEqual([['a1']])
  })

  it('changes nothing in a published schedule, but still opens', () => {
    const { press, onMove, onOpen, onToggleLock, onAdd, onRemove } = renderGrid({
      isReadOnly: true,
    })
    press('ArrowRight', { ctrlKey: true })
    press('Delete')
    press('End')
    press('Enter')
    press('Home')
    expect(onAdd).not.toHaveBeenCalled()
    expect(onRemove).not.toHaveBeenCalled()
    press('l', { code: 'KeyL' })
    expect(onMove).not.toHaveBeenCalled()
    expect(onToggleLock).not.toHaveBeenCalled()
    press('Home')
    press('Enter')
    expect(onOpen).toHaveBeenCalledTimes(1)
  })
})

describe('ShiftGrid by pointer', () => {
  const bar = (): HTMLElement => screen.getByRole('gridcell', { name: /Айгерім, понедельник/u })
  const pointer = (type: string, clientX: number): void => {
    fireEvent(
      type === 'pointerdown' ? bar() : globalThis.window,
      new PointerEvent(type, {
        bubbles: true,
        button: 0,
        clientX,
        pointerType: 'mouse',
      }),
    )
  }
  const [a1] = aigerim.shifts
  const startMs = a1?.startMs ?? 0

  it('proposes each step of a drag once, and lets go of it', () => {
    const { onMove, onLetGo } = renderGrid()
    // The bar lies at x 0 in the fake DOM, and its end is far to the left of 500.
    vi.spyOn(bar(), 'getBoundingClientRect').mockReturnValue(new DOMRect(480, 0, 54, 24))
    pointer('pointerdown', 500)
    // An hour is 6 px wide.
    pointer('pointermove', 506)
    pointer('pointermove', 506)
    pointer('pointermove', 512)
    pointer('pointerup', 512)
    expect(onMove.mock.calls.map(([move]) => move.startMs - startMs)).toEqual([HOUR, 2 * HOUR])
    expect(onLetGo).toHaveBeenCalledTimes(1)
  })

  it('takes the end of a bar to make it longer', () => {
    const { onMove, onEnd } = renderGrid()
    vi.spyOn(bar(), 'getBoundingClientRect').mockReturnValue(new DOMRect(480, 0, 54, 24))
    pointer('pointerdown', 531)
    pointer('pointermove', 543)
    expect(onEnd.mock.calls).toEqual([['a1', startMs + 11 * HOUR]])
    expect(onMove).not.toHaveBeenCalled()
  })

  it('puts back with Esc, and a click alone changes nothing', () => {
    const { onMove, onPutBack, onLetGo } = renderGrid()
    vi.spyOn(bar(), 'getBoundingClientRect').mockReturnValue(new DOMRect(480, 0, 54, 24))
    pointer('pointerdown', 500)
    pointer('pointerup', 500)
    expect(onLetGo).not.toHaveBeenCalled()
    pointer('pointerdown', 500)
    pointer('pointermove', 520)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(onPutBack).toHaveBeenCalledTimes(1)
    pointer('pointermove', 540)
    expect(onMove).toHaveBeenCalledTimes(1)
  })
})

describe('ShiftGrid', () => {
  it('says of how many weeks the hours are', () => {
    renderGrid({ weeks: 6 })
    expect(screen.getByText(/за 6 недель/u)).toBeDefined()
    cleanup()
    renderGrid()
    expect(screen.queryByText(/за 1 недел/u)).toBeNull()
  })

  it('puts the focus on what the page wants shown', () => {
    const { focused } = renderGrid({ shown: { personId: 'Данияр', shiftId: 'b1' } })
    expect(focused()).toContain('Данияр, вторник, 16 июня, 08:00–17:00')
  })

  it('names rule and article of a violation on the shift and beside the person', () => {
    const violation = {
      id: 'v',
      rule: 'R05',
      isHard: true,
      text: 'Отдых 9 ч, нужно 12',
      article: '83',
      personId: 'Айгерім',
      personName: 'Айгерім',
      shiftId: 'a1',
      atMs: MONDAY,
      dates: ['2026-06-15'],
    }
    const { focused } = renderGrid({ violations: [violation] })
    expect(focused()).toContain('Отдых 9 ч, нужно 12')
    expect(screen.getByText('ст. 83')).toBeTruthy()
  })

  it('draws only the rows in view of a thousand people, and tells how many there are', () => {
    const many = Array.from({ length: 1000 }, (_, at) => person(`person ${at}`, []))
    renderGrid({ rows: many })
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001')
    expect(screen.getAllByRole('rowheader').length).toBeLessThan(60)
  })

  it('keeps the focus on the way to a row that was not drawn', () => {
    const many = Array.from({ length: 1000 }, (_, at) => person(`person ${at}`, []))
    const { press, focused } = renderGrid({ rows: many })
    press('End', { ctrlKey: true })
    expect(focused()).toBe('person 999, воскресенье, 21 июня, нет смены')
    press('ArrowUp')
    expect(focused()).toContain('person 998')
  })
})

describe('rowStops', () => {
  it('puts a shift that began before the scale on its first day, and one across midnight on one day', () => {
    const night = { ...shift('n', 0, -4), endMs: MONDAY + 8 * HOUR }
    const stops = rowStops(person('x', [night, shift('late', 1, 20)]), scale.days)
    expect(stops.map((stop) => stop.shift?.id ?? null)).toEqual([
      'n',
      'late',
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('leaves out a shift that ended before the scale', () => {
    const before = { ...shift('n', -1, 9) }
    expect(rowStops(person('x', [before]), scale.days).every((stop) => stop.shift === null)).toBe(
      true,
    )
  })
})

describe('focusAfterKey', () => {
  const rows = [aigerim, daniyar]
  const extent = {
    rowCount: 2,
    pageRows: 12,
    stopsOf: (row: number) => {
      const found = rows[row]
      return found === undefined ? [] : rowStops(found, scale.days)
    },
  }

  it.each([
    ['ArrowUp', false, { row: 0, stop: 3 }],
    ['PageDown', false, { row: 1, stop: 3 }],
    ['Home', true, { row: 0, stop: 0 }],
    ['End', true, { row: 1, stop: 6 }],
  ])('stays inside the grid with %s', (key, isCtrl, expected) => {
    expect(focusAfterKey({ row: 0, stop: 3 }, key, isCtrl, extent)).toEqual(expected)
  })

  it('leaves other keys to others', () => {
    expect(focusAfterKey({ row: 0, stop: 0 }, 'Tab', false, extent)).toBeNull()
  })
})
