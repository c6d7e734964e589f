import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { breachesBeyond } from '../breaches/breaches-beyond.ts'
import { violationsOf } from '../breaches/check-publishable.ts'
import type { LoadedSchedule } from '../load-schedule.ts'
import { withMentors } from '../problem/mentored-shifts.ts'
import { publishOnRecord } from '../publishing/trainee-uses.ts'
import type { Schedule, Shift, Violation } from '../schedules.schema.ts'
import { presentSchedule, requireSchedule } from '../schedules.service.ts'
import { type ChangeNote, changePlan } from './plan-changes.service.ts'
import type { PlanChanges } from './plan-proposal.schema.ts'

/**
 * Hard rules that some people's shifts would break and do not break yet: what stood against a rule
 * before does not forbid to help the day.
 */
export function brokenByChange(
  loaded: LoadedSchedule,
  after: readonly Shift[],
  people: ReadonlySet<OperatorId>,
  language: Language,
): readonly Violation[] {
  const [before = [], then = []] = [loaded.shifts, after].map((shifts) =>
    violationsOf(onlyPeople(loaded, shifts, people), language),
  )
  return breachesBeyond(then, before).filter(({ hard }) => hard)
}

/** Whether a change breaks what was not broken before. */
export function breaksRules(
  loaded: LoadedSchedule,
  after: readonly Shift[],
  people: ReadonlySet<OperatorId>,
): boolean {
  // The words are thrown away, whatever the language.
  return brokenByChange(loaded, after, people, 'en').length > 0
}

/**
 * Changes a published schedule while its days are worked: a new version, published at once, with the
 * reason. What was before stays in force for the time before.
 *
 * @throws {ProblemError} `schedule-breaks-rules` with every rule that the change breaks, and what
 *   `changePlan` refuses
 */
export async function changePublished(
  db: Db,
  loaded: LoadedSchedule,
  order: PlanChanges & { readonly after: readonly Shift[]; readonly note?: ChangeNote },
  by: { readonly name: string; readonly language: Language },
): Promise<Schedule> {
  const { after, note = { change: 'moves' }, ...changes } = order
  const people = new Set(changes.changes.map(({ operatorId }) => operatorId))
  const broken = brokenByChange(loaded, after, people, by.language)
  if (broken.length > 0) {
    throw new ProblemError('schedule-breaks-rules', {
      values: { count: broken.length },
      errors: broken.map(({ operatorName, text, at }) => ({
        pointer: [operatorName, at].filter(Boolean).join(', '),
        detail: text,
      })),
    })
  }
  const { scheduleId } = await changePlan(db, loaded.row.id, changes, { by: by.name, note })
  const draft = await requireSchedule(db, scheduleId)
  if (draft.status !== 'draft' || draft.id === loaded.row.id) {
    throw new ProblemError('schedule-published')
  }
  const changed = { ...loaded, shifts: after }
  return presentSchedule(await publishOnRecord(db, draft, { loaded: changed, by: by.name }))
}

/** The part of a schedule that is about some people: every hard rule is about one, or a pair that learns. */
function onlyPeople(
  loaded: LoadedSchedule,
  shifts: readonly Shift[],
  asked: ReadonlySet<OperatorId>,
): LoadedSchedule {
  const people = withMentors(asked, loaded.permits)
  const numbers = new Set(
    loaded.rows.operators
      .filter(({ id }) => people.has(id))
      .map(({ personnelNumber }) => personnelNumber),
  )
  const { instance } = loaded
  return {
    ...loaded,
    instance: { ...instance, operators: instance.operators.filter(({ id }) => numbers.has(id)) },
    shifts: shifts.filter(({ operatorId }) => people.has(operatorId)),
    sessions: loaded.sessions.filter(({ operatorId }) => people.has(operatorId)),
  }
}
