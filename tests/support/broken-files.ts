import { gzipSync } from 'node:zlib'

const HEADER = 'interval_start,queue,channel,offered,handled,aht_seconds\n'
/** Two good rows of the queue q1: whatever follows is row 4. */
export const GOOD_HISTORY = `${HEADER}2026-03-02T09:00:00+05:00,q1,voice,10,9,200\n2026-03-02T09:30:00+05:00,q1,voice,12,12,210\n`
const NEGATIVE = `${GOOD_HISTORY}2026-03-02T10:00:00+05:00,q1,voice,-1,0,1\n`

/** windows-1251: Cyrillic letters from 0xC0 in the order of the alphabet. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
    }),
  )
}

interface BrokenFile {
  readonly what: string
  readonly file: string | Buffer
  /** Where the first fault lies, as the service words it in English. */
  readonly at: RegExp
}

const OFFERED = /^row 4, column offered$/

/** Files that must be refused with the place of the fault, and nothing of them stored. */
export const BROKEN_FILES: readonly BrokenFile[] = [
  { what: 'wrong columns', file: 'a,b,c\n1,2,3\n', at: /^row 1/ },
  {
    what: 'a bad date',
    file: `${GOOD_HISTORY}2026-13-45T09:00:00+05:00,q1,voice,1,1,1\n`,
    at: /^row 4, column interval_start$/,
  },
  { what: 'a negative count', file: NEGATIVE, at: OFFERED },
  { what: 'ten million contacts', file: NEGATIVE.replace('-1', '10000000'), at: OFFERED },
  { what: 'a byte order mark', file: `\uFEFF${NEGATIVE}`, at: OFFERED },
  { what: 'CRLF', file: NEGATIVE.replaceAll('\n', '\r\n'), at: OFFERED },
  { what: 'semicolons', file: NEGATIVE.replaceAll(',', ';'), at: OFFERED },
  {
    what: 'windows-1251',
    file: windows1251(NEGATIVE.replaceAll('q1', 'Общие вопросы')),
    at: OFFERED,
  },
  {
    what: 'an unclosed quote',
    file: `${GOOD_HISTORY}"2026-03-02T10:00:00+05:00,q1,voice,1,1,1\n`,
    at: /^row 4/,
  },
  {
    what: 'a truncated gzip',
    file: gzipSync(GOOD_HISTORY.repeat(50)).subarray(0, 60),
    at: /^(row \d+|file)/,
  },
  { what: 'no bytes', file: '', at: /./ },
]
