import type { Language } from '#server/platform/db/column-types.ts'

import type { DueEntry } from './due-dates.schema.ts'
import { DUE_TEXTS } from './due-texts.ts'

const LINE_OCTETS_MAX = 75
const DAY_MS = 86_400_000

interface CalendarFile {
  readonly entries: readonly DueEntry[]
  readonly language: Language
  /** When the file was made: epoch milliseconds. */
  readonly madeMs: number
}

/**
 * Due dates as a calendar (RFC 5545) that a mail programme opens: whole days as dates, sessions at their
 * hours. The same entry has the same UID in every file, so that a second import changes and adds nothing.
 */
export function dueCalendarFile({ entries, language, madeMs }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kezek//Due dates//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(`Kezek: ${DUE_TEXTS.title[language]}`)}`,
    ...entries.flatMap((entry) => eventLines(entry, { language, stamp: utcStamp(madeMs) })),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(
  entry: DueEntry,
  { language, stamp }: { readonly language: Language; readonly stamp: string },
): string[] {
  const { kind, date, startsAt, endsAt, operatorId, fullName, about } = entry
  const summary = `${DUE_TEXTS[kind][language]}: ${fullName}`
  const id = [kind, operatorId ?? 'centre', startsAt ?? date, hashOf(about)].join('-')
  return [
    'BEGIN:VEVENT',
    `UID:${id}@kezek`,
    `DTSTAMP:${stamp}`,
    ...(startsAt === null || endsAt === null
      ? [
          `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
          `DTEND;VALUE=DATE:${dayAfter(date)}`,
          'TRANSP:TRANSPARENT',
        ]
      : [`DTSTART:${utcStamp(Date.parse(startsAt))}`, `DTEND:${utcStamp(Date.parse(endsAt))}`]),
    `SUMMARY:${escaped(summary)}`,
    ...(about === '' ? [] : [`DESCRIPTION:${escaped(about)}`]),
    'END:VEVENT',
  ]
}

/** `20261225T040000Z` */
function utcStamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`
}

/** DTEND of a whole day is the day after it. */
function dayAfter(date: string): string {
  return new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll(/\r?\n/gu, String.raw`\n`)
}

/** RFC 5545, 3.1: no line is longer than 75 octets; the next begins with a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE_OCTETS_MAX) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** Two certificates of one person may end on one day: FNV-1a keeps their UIDs apart. */
function hashOf(text: string): string {
  let hash = 0x81_1c_9d_c5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01_00_01_93)
  return (hash >>> 0).toString(16)
}
