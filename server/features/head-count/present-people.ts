import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { People } from '#forecasting/staffing/head-count.ts'
import { daysOfMonth } from '#forecasting/volume/month-levels.ts'

const FULL_WEEK_MINUTES = 2400

/** A competence at a level that some queue asks for. */
export interface Skill {
  readonly code: string
  readonly level: number
  readonly queueCodes: readonly string[]
}

/** What queues ask for, each pair of competence and level once, by code. */
export function skillsOf(
  queues: readonly {
    readonly code: string
    readonly competences: readonly { readonly code: string; readonly minLevel: number }[]
  }[],
): Skill[] {
  const asked = queues.flatMap(({ code: queueCode, competences }) =>
    competences.map(({ code, minLevel }) => ({ code, level: minLevel, queueCode })),
  )
  return [...Map.groupBy(asked, ({ code, level }) => `${code}\n${level}`).values()]
    .flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      const queueCodes = group.map(({ queueCode }) => queueCode)
      return [{ code: first.code, level: first.level, queueCodes }]
    })
    .toSorted((a, b) => (a.code === b.code ? a.level - b.level : a.code < b.code ? -1 : 1))
}

interface Worker {
  readonly id: OperatorId
  readonly weekMinutes: number
  readonly leftOn: LocalDate | null
}

export interface Staff {
  readonly people: readonly Worker[]
  /** Levels that are valid today, by person and competence. */
  readonly levels: ReadonlyMap<OperatorId, ReadonlyMap<string, number>>
  readonly skills: readonly Skill[]
}

/** Full-time equivalents of those people, each weighed; all of them and by skill. */
export function weighPeople(staff: Staff, weight: (person: Worker) => number): People {
  const bySkill = staff.skills.map(() => 0)
  let all = 0
  for (const person of staff.people) {
    const part = (person.weekMinutes / FULL_WEEK_MINUTES) * weight(person)
    all += part
    for (const [at, { code, level }] of staff.skills.entries()) {
      const held = staff.levels.get(person.id)?.get(code)
      if (held !== undefined && held >= level) bySkill[at] = (bySkill[at] as number) + part
    }
  }
  return { all, bySkill }
}

/** Who are known to have left before a month begins. */
export function leaversBefore(staff: Staff, month: string): People {
  return weighPeople(staff, ({ leftOn }) => (leftOn !== null && leftOn < `${month}-01` ? 1 : 0))
}

interface Span {
  readonly fromDate: LocalDate
  readonly toDate: LocalDate
}

/** Who are on long leave in a month, each by the share of its days; those who have left are not. */
export function awayIn(
  staff: Staff,
  absences: ReadonlyMap<OperatorId, readonly Span[]>,
  month: string,
): People {
  const days = daysOfMonth(month)
  return weighPeople(staff, ({ id, leftOn }) => {
    const spans = absences.get(id) ?? []
    const away = days.filter(
      (day) =>
        (leftOn === null || day <= leftOn) &&
        spans.some(({ fromDate, toDate }) => fromDate <= day && day <= toDate),
    )
    return leftOn !== null && leftOn < `${month}-01` ? 0 : away.length / days.length
  })
}

/** The norm of a month for a full-time person: its working days of the five-day week, eight hours each. */
export function normHours(
  month: string,
  offDays: ReadonlySet<string>,
  workingDays: ReadonlySet<string>,
): number {
  const working = daysOfMonth(month).filter((day) => {
    if (workingDays.has(day)) return true
    return !isWeekend(day) && !offDays.has(day)
  })
  return working.length * 8
}

const MONDAY = '1970-01-05' as LocalDate

function isWeekend(day: LocalDate): boolean {
  const since = Math.round((Date.parse(day) - Date.parse(MONDAY)) / 86_400_000)
  return ((since % 7) + 7) % 7 >= 5
}

/** The twelve months before a day. */
export function yearBefore(today: LocalDate): LocalDate {
  return addDays(today, -365)
}
