import { type LocalDate, localDate } from '#forecasting/kernel/calendar.ts'

import type { FaultCode, ImportFault } from './import-faults.ts'
import type { TableRow } from './table-file.ts'

const KNOWN_SHOWN = 12
const HOURS_MAX = 12
const QUARTER_MINUTES = 15

/**
 * Reads the cells of one row and gathers what is wrong with them. A reader answers with undefined
 * where it noted a fault, so that all faults of a row are found in one go.
 */
export class RowCells<Key extends string> {
  readonly row: number
  readonly faults: ImportFault[] = []
  readonly #cells: readonly string[]
  readonly #at: ReadonlyMap<Key, number>

  constructor({ row, cells }: TableRow, at: ReadonlyMap<Key, number>) {
    this.row = row
    this.#cells = cells
    this.#at = at
  }

  /** True if the file has the column at all: one that it lacks changes nothing. */
  has(key: Key): boolean {
    return this.#at.has(key)
  }

  raw(key: Key): string {
    const at = this.#at.get(key)
    return at === undefined ? '' : (this.#cells[at] ?? '')
  }

  fault(column: Key, code: FaultCode, values: Record<string, string | number> = {}): undefined {
    this.faults.push({ row: this.row, column, code, values })
    return undefined
  }

  text(key: Key, max: number): string | undefined {
    const text = this.raw(key)
    if (text === '') return this.fault(key, 'missing')
    return text.length > max ? this.fault(key, 'too-long', { max }) : text
  }

  optionalText(key: Key, max: number): string | null | undefined {
    return this.raw(key) === '' ? null : this.text(key, max)
  }

  /** `2026-12-31` or `31.12.2026`. */
  date(key: Key): LocalDate | undefined {
    const value = this.text(key, 40)
    if (value === undefined) return undefined
    const turned = value.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, day, month, year) =>
      [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
    )
    try {
      return localDate(turned)
    } catch {
      return this.fault(key, 'date-unreadable', { value })
    }
  }

  optionalDate(key: Key): LocalDate | null | undefined {
    return this.raw(key) === '' ? null : this.date(key)
  }

  /** Hours of a day in quarters, such as `4` or `3,5`, as minutes; nothing and `0` are null. */
  optionalHours(key: Key): number | null | undefined {
    const value = this.raw(key)
    if (value === '') return null
    const minutes = Number(value.replace(',', '.')) * 60
    if (minutes === 0) return null
    const isRead = minutes > 0 && minutes <= HOURS_MAX * 60 && minutes % QUARTER_MINUTES === 0
    return isRead ? minutes : this.fault(key, 'hours-unreadable', { value, max: HOURS_MAX })
  }

  /** One of the centre's codes, in any case. */
  code(key: Key, known: ReadonlyMap<string, string>): string | undefined {
    const value = this.text(key, 200)
    if (value === undefined) return undefined
    if (known.has(value)) return value
    const folded = [...known.keys()].find((code) => code.toLowerCase() === value.toLowerCase())
    return folded ?? this.fault(key, 'code-unknown', { value, known: listed([...known.keys()]) })
  }

  optionalCode(key: Key, known: ReadonlyMap<string, string>): string | null | undefined {
    return this.raw(key) === '' ? null : this.code(key, known)
  }

  /** One of a few words; the first of each list is the one that exports write. */
  word<Value>(
    key: Key,
    words: readonly { readonly value: Value; readonly says: readonly string[] }[],
  ): Value | undefined {
    const value = this.raw(key)
    const found = words.find(({ says }) => says.includes(value.toLowerCase()))
    if (found !== undefined) return found.value
    return this.fault(key, 'value-unknown', {
      value,
      known: words.map(({ says }) => says[0] ?? '').join(', '),
    })
  }
}

function listed(codes: readonly string[]): string {
  if (codes.length === 0) return '—'
  return codes.slice(0, KNOWN_SHOWN).join(', ') + (codes.length > KNOWN_SHOWN ? ', …' : '')
}
