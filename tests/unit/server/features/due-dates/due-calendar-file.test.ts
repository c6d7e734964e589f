import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { dueCalendarFile } from '#server/features/due-dates/due-calendar-file.ts'
import type { DueEntry } from '#server/features/due-dates/due-dates.schema.ts'

const ENTRY: DueEntry = {
  kind: 'certificate',
  date: '2028-02-29' as LocalDate,
  startsAt: null,
  endsAt: null,
  operatorId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f31' as OperatorId,
  fullName: 'Әбілқасымова Үміт',
  personnelNumber: '1',
  teamCode: null,
  about: 'ISO; № 1, a\\b',
  overdue: false,
}
const fileOf = (entries: readonly DueEntry[]): string =>
  dueCalendarFile({ entries, language: 'kk', madeMs: Date.UTC(2026, 11, 1, 4, 5, 6) })
/** RFC 5545, 3.1: a line break and one space are taken out. */
const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')

describe('dueCalendarFile', () => {
  it('writes a whole day with the day after it as its end, also on a leap day', () => {
    const lines = unfolded(fileOf([ENTRY]))
    expect(lines).toContain('DTSTART;VALUE=DATE:20280229')
    expect(lines).toContain('DTEND;VALUE=DATE:20280301')
    expect(lines).toContain('DTSTAMP:20261201T040506Z')
  })

  it('writes a session at its hours, in UTC', () => {
    const session = {
      ...ENTRY,
      kind: 'session' as const,
      startsAt: '2026-12-25T04:00:00.000Z',
      endsAt: '2026-12-25T05:30:00.000Z',
    }
    const lines = unfolded(fileOf([session]))
    expect(lines).toContain('DTSTART:20261225T040000Z')
    expect(lines).toContain('DTEND:20261225T053000Z')
  })

  it('escapes what RFC 5545, 3.3.11 asks to be escaped', () => {
    expect(unfolded(fileOf([ENTRY]))).toContain(String.raw`DESCRIPTION:ISO\; № 1\, a\\b`)
  })

  it('keeps the UID of an entry, and tells two of one day apart', () => {
    const uids = (entries: readonly DueEntry[]): string[] =>
      unfolded(fileOf(entries)).filter((line) => line.startsWith('UID:'))
    const other = { ...ENTRY, about: 'another' }
    expect(uids([ENTRY, other])).toEqual([...uids([ENTRY]), ...uids([other])])
    expect(new Set(uids([ENTRY, other])).size).toBe(2)
  })

  it('writes no line longer than 75 octets, and loses no letter by folding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (about) => {
        const word = about.replaceAll(/[\\;,\r\n]/gu, '')
        const file = fileOf([{ ...ENTRY, about: `x${word}` }])
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        }
        expect(unfolded(file)).toContain(`DESCRIPTION:x${word}`)
      }),
    )
  })
})
