import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import { addDays } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { stored } from '../changes/plan-changes.service.ts'
import type { LoadedSchedule } from '../load-schedule.ts'
import { changedCells, type DayCells, dayCells } from '../problem/day-cells.ts'
import {
  advanceRevision,
  deleteShift,
  findSchedule,
  insertShifts,
  readShifts,
  type ScheduleRow,
} from '../schedules.queries.ts'
import type { NewerChange } from './newer-changes.schema.ts'
import { findPublished } from './published.queries.ts'
import { presentChange } from './version-change.ts'

/** No week has more versions that were changed one from another; a loop in the data must end. */
const VERSIONS_MAX = 500

/** What is published now and would be undone by a draft, in its own words and as shifts. */
export interface UndoneCell {
  readonly change: NewerChange
  readonly now: DayCells
  readonly key: string
}

/**
 * What was changed in what is published – by a swap, a leave, a repair, a move of the day – after a draft
 * was made, and is not in the draft: to publish it would undo that silently.
 *
 * A draft that is made anew replaces what was published on purpose; so of the versions in force only those
 * that were changed from another count, back to the one that was in force when the draft was made.
 */
export async function readNewerChanges(db: Db, loaded: LoadedSchedule): Promise<UndoneCell[]> {
  const { row, period, shifts } = loaded
  const draft = dayCells(shifts, period.timezone)
  const end = addDays(period.fromDate, row.days)
  const touched = await findPublished(db, { fromDate: period.fromDate, toDate: addDays(end, -1) })
  const replaced = touched.filter(
    ({ from_date: from, days }) => from >= row.from_date && addDays(from as LocalDate, days) <= end,
  )
  const found = await Promise.all(
    replaced.map(async (published) =>
      undoneBy(await readChain(db, published, row), draft, loaded, db),
    ),
  )
  const placeOf = ({ change: { date, operatorName } }: UndoneCell): string =>
    `${date} ${operatorName}`
  return found.flat().toSorted((a, b) => placeOf(a).localeCompare(placeOf(b), 'kk'))
}

/** Versions changed one from another, the newest first, back to that which a draft could know. */
async function readChain(db: Db, newest: ScheduleRow, draft: ScheduleRow): Promise<ScheduleRow[]> {
  const chain = [newest]
  for (let n = 0; n < VERSIONS_MAX; n++) {
    const last = chain.at(-1) ?? newest
    const { changedFrom } = presentChange(last)
    const isKnown = last.published_at !== null && last.published_at <= draft.made_at
    if (changedFrom === null || isKnown) break
    const before = await findSchedule(db, changedFrom)
    if (before === undefined) break
    chain.push(before)
  }
  return chain
}

async function undoneBy(
  chain: readonly ScheduleRow[],
  draft: DayCells,
  { period, rows }: LoadedSchedule,
  db: Db,
): Promise<UndoneCell[]> {
  if (chain.length < 2) return []
  const oldestFirst = chain.toReversed()
  const cells = await Promise.all(
    oldestFirst.map(async ({ id }) => dayCells(await readShifts(db, id), period.timezone)),
  )
  const [then, now] = [cells[0], cells.at(-1)]
  if (then === undefined || now === undefined) return []
  const lost = changedCells(draft, now)
  const names = new Map(rows.operators.map(({ id, fullName }) => [id, fullName]))
  return [...changedCells(then, now)].flatMap((key): UndoneCell[] => {
    const cell = now.get(key) ?? then.get(key)
    if (!lost.has(key) || cell === undefined) return []
    const by = oldestFirst.findLast(
      (_, at) => at > 0 && changedCells(cells[at - 1] as DayCells, cells[at] as DayCells).has(key),
    )
    const { change, reason } = presentChange(by ?? (chain[0] as ScheduleRow))
    const { operatorId, date } = cell
    return [
      {
        key,
        now,
        change: {
          operatorId,
          operatorName: names.get(operatorId) ?? '',
          date,
          now: spansOf(now, key),
          draft: spansOf(draft, key),
          change: change ?? 'edit',
          reason,
          madeBy: by?.made_by ?? '',
          version: by?.version ?? 0,
        },
      },
    ]
  })
}

function spansOf(cells: DayCells, key: string): NewerChange['now'] {
  return (cells.get(key)?.shifts ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
}

/** Takes what is published now into a draft, for those persons and days. */
export async function takeOver(
  db: Db,
  { row, rows, period, shifts }: LoadedSchedule,
  cells: readonly UndoneCell[],
): Promise<void> {
  const draft = dayCells(shifts, period.timezone)
  const shapeIds = new Map(rows.shapes.map(({ code, id }) => [code, id]))
  await advanceRevision(db, row.id, row.revision)
  for (const { key } of cells) {
    for (const { id } of draft.get(key)?.shifts ?? []) await deleteShift(db, id)
  }
  const taken = cells.flatMap(({ key, now }) => now.get(key)?.shifts ?? [])
  await insertShifts(
    db,
    row,
    taken.map((shift) => stored(shift, shapeIds)),
  )
}
