import type { WallMs } from '#forecasting/kernel/local-clock.ts'

const DAY_MS = 86_400_000

/** What a text says: a wall-clock reading, and its offset from UTC when it is written beside it. */
export interface InstantText {
  readonly wallMs: WallMs
  /** Minutes ahead of UTC; null for a local time. */
  readonly offsetMinutes: number | null
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]0+)?)?\s?(Z|z|[+-]\d{2}:?\d{2})?$/
/** As a spreadsheet with Russian or Kazakh settings writes it; slashes stay refused as ambiguous. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/
const COMPACT_DATE = /^(\d{4})-?(\d{2})-?(\d{2})$/

/** Reads RFC 3339, the same without offset, or `DD.MM.YYYY HH:MM`; null for anything else. */
export function readInstantText(text: string): InstantText | null {
  const iso = ISO.exec(text)
  if (iso !== null) {
    const wallMs = wallReading([iso[1], iso[2], iso[3]], [iso[4], iso[5], iso[6]])
    const offsetMinutes = readOffset(iso[7])
    return wallMs === null || Number.isNaN(offsetMinutes) ? null : { wallMs, offsetMinutes }
  }
  const dotted = DOTTED.exec(text)
  if (dotted === null) return null
  const wallMs = wallReading([dotted[3], dotted[2], dotted[1]], [dotted[4], dotted[5], dotted[6]])
  return wallMs === null ? null : { wallMs, offsetMinutes: null }
}

/** Reads a date (`YYYYMMDD` or `YYYY-MM-DD`) and a time (`HH:MM`) that stand in two columns. */
export function readDateAndTime(date: string, time: string): InstantText | null {
  const day = COMPACT_DATE.exec(date)
  if (day === null) return null
  return readInstantText(`${day[1]}-${day[2]}-${day[3]} ${time}`)
}

type Parts = readonly [string | undefined, string | undefined, string | undefined]

function wallReading(date: Parts, time: Parts): WallMs | null {
  const [year, month, day] = date.map(Number) as [number, number, number]
  const [hour, minute, second] = time.map((part) => Number(part ?? 0)) as [number, number, number]
  if (hour > 23 || minute > 59 || second > 59) return null
  const days = Date.UTC(year, month - 1, day)
  // The calendar rolls 31 April over into May; a file that says so is wrong.
  const rolled = new Date(days)
  if (rolled.getUTCMonth() !== month - 1 || rolled.getUTCDate() !== day) return null
  return Math.floor(days / DAY_MS) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000
}

/** Minutes ahead of UTC; null when nothing is written; NaN when it cannot be. */
function readOffset(text: string | undefined): number | null {
  if (text === undefined) return null
  if (text === 'Z' || text === 'z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(-2))
  if (hours > 15 || minutes > 59) return Number.NaN
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
