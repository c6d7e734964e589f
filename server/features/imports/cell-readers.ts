import { FileRefused } from './import-problem.ts'
import { languageOf } from './language-names.ts'
import { CHANNELS } from './normalised-row.ts'
import type { Channel } from './normalised-row.ts'
import type { RowProblems } from './row-problems.ts'

/** Contacts in one interval: the busiest centres have thousands, so a million is a slip. */
const COUNT_MAX = 1_000_000
/** Seconds in one total: a million contacts of a thousand seconds. */
const SECONDS_MAX = 1_000_000_000
const QUEUE_NAME_LENGTH_MAX = 200
const TRAIT_LENGTH_MAX = 120
/** Tens are usual. A column with more holds remarks, and remarks hold people. */
const TRAITS_MAX = 200

/** A column of the file: where it stands, and its name for messages. */
export interface CellColumn {
  readonly index: number
  readonly name: string
}

/** Reads the cells of a row; what is wrong goes to the row's problems, and NaN or null comes back. */
export interface CellReaders {
  /** A whole number of contacts, 0..1,000,000; NaN when the cell is empty or wrong. */
  count(fields: readonly string[], column: CellColumn | null): number
  /** As `count`, but an empty cell is a problem. */
  requiredCount(fields: readonly string[], column: CellColumn): number
  /** Seconds, 0..1,000,000,000, with a fraction perhaps; NaN when empty or wrong. */
  seconds(fields: readonly string[], column: CellColumn | null): number
  queue(fields: readonly string[], column: CellColumn): string
  channel(fields: readonly string[], column: CellColumn): Channel | null
  /**
   * A language's code, such as kk, or the file's own word for one that is not known here; empty when the
   * cell is, or is wrong.
   *
   * @throws {FileRefused} `traits-too-many`
   */
  language(fields: readonly string[], column: CellColumn | null): string
  /**
   * What contacts were about, in the file's own words; empty when the cell is, or is wrong.
   *
   * @throws {FileRefused} `traits-too-many`
   */
  topic(fields: readonly string[], column: CellColumn | null): string
}

export interface CellReaderOptions {
  /** True where the delimiter is not a comma: then 12,5 is twelve and a half. */
  readonly decimalComma: boolean
  /** More names of channels, in lower case, such as those of the source system. */
  readonly channelNames: Readonly<Record<string, Channel>>
}

/** Makes the readers of a file's cells. */
export function cellReaders(problems: RowProblems, options: CellReaderOptions): CellReaders {
  const channels = new Map<string, Channel>([
    ...CHANNELS.map((name): [string, Channel] => [name, name]),
    ...Object.entries(options.channelNames),
  ])

  function count(fields: readonly string[], column: CellColumn | null): number {
    if (column === null) return Number.NaN
    const text = fields[column.index] ?? ''
    const plain = plainCount(text)
    return plain >= 0 ? plain : unusualCount(text, column, problems)
  }

  function requiredCount(fields: readonly string[], column: CellColumn): number {
    const value = count(fields, column)
    if (Number.isNaN(value) && (fields[column.index] ?? '').trim() === '') {
      problems.report('value-missing', column.name)
    }
    return value
  }

  function seconds(fields: readonly string[], column: CellColumn | null): number {
    if (column === null) return Number.NaN
    const text = (fields[column.index] ?? '').trim()
    if (text === '') return Number.NaN
    const point = options.decimalComma ? text.replace(',', '.') : text
    if (!/^[-+]?\d+(\.\d*)?([eE][-+]?\d+)?$/.test(point)) {
      problems.report('seconds-invalid', column.name, { text })
      return Number.NaN
    }
    const value = Number(point)
    if (value >= 0 && value <= SECONDS_MAX) return value
    problems.report(value < 0 ? 'seconds-negative' : 'seconds-too-large', column.name, {
      text,
      params: { limit: SECONDS_MAX },
    })
    return Number.NaN
  }

  function channel(fields: readonly string[], column: CellColumn): Channel | null {
    const text = fields[column.index] ?? ''
    const found = channels.get(text) ?? channels.get(text.trim().toLowerCase())
    if (found !== undefined) return found
    problems.report(text.trim() === '' ? 'value-missing' : 'channel-unknown', column.name, { text })
    return null
  }

  return {
    count,
    requiredCount,
    seconds,
    queue: queueReader(problems),
    channel,
    language: traitReader(problems, languageOf),
    topic: traitReader(problems, (text) => text),
  }
}

function queueReader(problems: RowProblems): CellReaders['queue'] {
  // The same few names come back on every row: each is cleaned and checked once.
  const names = new Map<string, string>()
  return (fields, column) => {
    const text = fields[column.index] ?? ''
    const known = names.get(text)
    if (known !== undefined) return known
    const name = text.trim().normalize('NFC')
    if (name === '') {
      problems.report('value-missing', column.name)
    } else if (name.length > QUEUE_NAME_LENGTH_MAX || /\p{Cc}/u.test(name)) {
      problems.report('queue-invalid', column.name, { params: { limit: QUEUE_NAME_LENGTH_MAX } })
    } else {
      names.set(text, name)
    }
    return name
  }
}

function traitReader(
  problems: RowProblems,
  nameOf: (text: string) => string,
): CellReaders['topic'] {
  const names = new Map<string, string>()
  return (fields, column) => {
    const text = column === null ? '' : (fields[column.index] ?? '')
    if (column === null || text === '') return ''
    const known = names.get(text)
    if (known !== undefined) return known
    const name = nameOf(text.trim().normalize('NFC'))
    if (name.length > TRAIT_LENGTH_MAX || /\p{Cc}/u.test(name)) {
      problems.report('trait-invalid', column.name, { params: { limit: TRAIT_LENGTH_MAX } })
      return ''
    }
    if (names.size >= TRAITS_MAX) {
      const params = { limit: TRAITS_MAX }
      throw new FileRefused('traits-too-many', { column: column.name, params })
    }
    names.set(text, name)
    return name
  }
}

/** The number that up to six digits write; -1 for every other text. */
function plainCount(text: string): number {
  if (text.length === 0 || text.length > 6) return -1
  let value = 0
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function unusualCount(raw: string, column: CellColumn, problems: RowProblems): number {
  const text = raw.trim()
  if (text === '') return Number.NaN
  const value = /^[-+]?\d+([.,]\d*)?([eE]\+?\d+)?$/.test(text)
    ? Number(text.replace(',', '.'))
    : Number.NaN
  if (Number.isNaN(value)) problems.report('count-invalid', column.name, { text })
  else if (value < 0) problems.report('count-negative', column.name, { text })
  else if (value > COUNT_MAX) {
    problems.report('count-too-large', column.name, { text, params: { limit: COUNT_MAX } })
  } else if (!Number.isInteger(value)) problems.report('count-not-whole', column.name, { text })
  else return value
  return Number.NaN
}
