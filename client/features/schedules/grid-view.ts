import type { components } from '../../api/schema.d.ts'
import type { CoverageInterval } from '../../components/requirement-strip/coverage-cells.ts'
import type { PersonRow, ViolationView } from './shift-grid/shift-grid-model.ts'

type Grid = components['schemas']['ScheduleGrid']

const MINUTE_MS = 60_000
const NIGHT_HOURS = { from: 22, to: 6 }

/** People, shifts, coverage and breaches as the page draws them. */
export interface GridView {
  readonly rows: readonly PersonRow[]
  readonly coverage: readonly CoverageInterval[]
  readonly violations: readonly ViolationView[]
  readonly startMs: number
  readonly endMs: number
}

/** Pure, so that it can be tested without React or a server. */
export function toGridView(grid: Grid): GridView {
  const { startsAt, required, shortage, intervalMinutes } = grid.coverage
  const starts = startsAt.map((instant) => Date.parse(instant))
  const shifts = Map.groupBy(grid.shifts, ({ operatorId }) => operatorId)
  return {
    rows: grid.operators.map((operator) => ({
      id: operator.id,
      name: operator.name,
      detail: `${operator.personnelNumber} · ${operator.contract}`,
      paidSeconds: operator.paidMinutes * 60,
      contractSeconds: operator.targetMinutes * 60,
      shifts: (shifts.get(operator.id) ?? []).map((shift) => ({
        id: shift.id,
        startMs: Date.parse(shift.startsAt),
        endMs: Date.parse(shift.endsAt),
        isNight: isNight(shift.startsAt, shift.endsAt, grid.timezone),
        isLocked: shift.locked,
        breaks: shift.breaks.map((pause) => ({
          kind: pause.kind,
          startMs: Date.parse(pause.startsAt),
          endMs: Date.parse(pause.endsAt),
          isPaid: pause.paid,
        })),
      })),
      absences: [],
    })),
    // Not the plain head count: a person is counted where the shortage says that they serve.
    coverage: starts.map((startMs, t) => ({
      startMs,
      endMs: startMs + intervalMinutes * MINUTE_MS,
      required: required[t] ?? 0,
      scheduled: (required[t] ?? 0) - (shortage[t] ?? 0),
    })),
    violations: grid.violations.map((violation, i) => ({
      id: String(i),
      isHard: violation.hard,
      text: violation.text,
      article: violation.article,
      personId: violation.operatorId,
      personName: violation.operatorName,
      shiftId: null,
      atMs: violation.at === null ? null : Date.parse(violation.at),
    })),
    startMs: starts[0] ?? 0,
    endMs: (starts.at(-1) ?? 0) + intervalMinutes * MINUTE_MS,
  }
}

function isNight(startsAt: string, endsAt: string, timeZone: string): boolean {
  const hour = (instant: string): number =>
    Number(
      new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(
        new Date(instant),
      ),
    )
  return hour(startsAt) >= NIGHT_HOURS.from - 2 || hour(endsAt) < NIGHT_HOURS.to + 3
}
