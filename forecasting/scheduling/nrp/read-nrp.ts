import type { NrpCover, NrpInstance, NrpPerson, NrpRequest, NrpShift } from './nrp-instance.ts'

export type NrpReading =
  | { readonly kind: 'read'; readonly instance: NrpInstance }
  /** What is wrong, with the section and the line's own text. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }

/** Thrown inside this file alone; callers get a refusal. */
class Unreadable extends Error {}

/** Reads an instance in the text format of the benchmark: sections of comma-separated lines. */
export function readNrp(text: string): NrpReading {
  try {
    return { kind: 'read', instance: read(sections(text)) }
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', problems: [error.message] }
    throw error
  }
}

type Sections = ReadonlyMap<string, readonly string[]>

function sections(text: string): Sections {
  const found = new Map<string, string[]>()
  let lines: string[] = []
  for (const raw of text.split(/\r?\n/u)) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('SECTION_')) {
      lines = []
      found.set(line, lines)
    } else lines.push(line)
  }
  return found
}

function read(found: Sections): NrpInstance {
  const days = whole(linesOf(found, 'SECTION_HORIZON')[0] ?? '', 'SECTION_HORIZON')
  const shifts = readShifts(linesOf(found, 'SECTION_SHIFTS'))
  const shiftIds = shifts.map(({ id }) => id)
  const daysOff = new Map(
    (found.get('SECTION_DAYS_OFF') ?? []).map((line) => {
      const [id = '', ...listed] = line.split(',')
      return [id.trim(), listed.map((day) => dayOf(day, days, line))]
    }),
  )
  const staff = linesOf(found, 'SECTION_STAFF').map((line) => readPerson(line, shiftIds, daysOff))
  const staffIds = staff.map(({ id }) => id)
  for (const id of daysOff.keys()) indexOf(staffIds, id, `SECTION_DAYS_OFF of ${id}`)
  const requests = (section: string, wants: boolean): NrpRequest[] =>
    (found.get(section) ?? []).map((line) => {
      const [id = '', day = '', shift = '', weight = ''] = line.split(',')
      return {
        person: indexOf(staffIds, id, line),
        day: dayOf(day, days, line),
        shift: indexOf(shiftIds, shift, line),
        wants,
        weight: whole(weight, line),
      }
    })
  return {
    days,
    shifts,
    staff,
    requests: [
      ...requests('SECTION_SHIFT_ON_REQUESTS', true),
      ...requests('SECTION_SHIFT_OFF_REQUESTS', false),
    ],
    cover: linesOf(found, 'SECTION_COVER').map((line): NrpCover => {
      const [day = '', shift = '', people = '', under = '', over = ''] = line.split(',')
      return {
        day: dayOf(day, days, line),
        shift: indexOf(shiftIds, shift, line),
        people: whole(people, line),
        underWeight: whole(under, line),
        overWeight: whole(over, line),
      }
    }),
  }
}

function readShifts(lines: readonly string[]): NrpShift[] {
  const ids = lines.map((line) => line.split(',')[0] ?? '')
  return lines.map((line, index) => {
    const [, minutes = '', next = ''] = line.split(',')
    return {
      id: ids[index] ?? '',
      minutes: whole(minutes, line),
      forbiddenNext: next
        .split('|')
        .filter((id) => id !== '')
        .map((id) => indexOf(ids, id, line)),
    }
  })
}

function readPerson(
  line: string,
  shiftIds: readonly string[],
  daysOff: ReadonlyMap<string, readonly number[]>,
): NrpPerson {
  const [id = '', most = '', ...numbers] = line.split(',')
  const limits = new Map(
    most.split('|').map((entry) => {
      const [shift = '', count = ''] = entry.split('=')
      return [indexOf(shiftIds, shift, line), whole(count, line)]
    }),
  )
  const number = (index: number): number => whole(numbers[index] ?? '', line)
  return {
    id,
    maxShifts: shiftIds.map((_, shift) => limits.get(shift) ?? 0),
    maxMinutes: number(0),
    minMinutes: number(1),
    maxRun: number(2),
    minRun: number(3),
    minDaysOff: number(4),
    maxWeekends: number(5),
    daysOff: daysOff.get(id) ?? [],
  }
}

function linesOf(found: Sections, name: string): readonly string[] {
  const lines = found.get(name)
  if (lines === undefined || lines.length === 0) throw new Unreadable(`${name} is missing or empty`)
  return lines
}

function whole(text: string, line: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < 0) {
    throw new Unreadable(`"${line}": "${text}" must be a whole number of 0 or more`)
  }
  return value
}

function dayOf(text: string, days: number, line: string): number {
  const day = whole(text, line)
  if (day >= days) throw new Unreadable(`"${line}": day ${day} is not in 0..${days - 1}`)
  return day
}

function indexOf(ids: readonly string[], id: string, line: string): number {
  const index = ids.indexOf(id.trim())
  if (index < 0) throw new Unreadable(`"${line}": "${id}" is unknown`)
  return index
}
