import type { HistoryDecision as EngineDecision } from '#forecasting/volume/history-decisions.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { type DecisionRow, listDecisions } from './decisions.queries.ts'
import type { HistoryDecision } from './decisions.schema.ts'

export type StoredDecision = HistoryDecision

/** Every decision about the history of the centre, active or not, in the order of making. */
export async function readDecisions(db: Db): Promise<readonly StoredDecision[]> {
  return (await listDecisions(db)).map(presentDecision)
}

export function presentDecision(row: DecisionRow): HistoryDecision {
  return {
    id: row.id,
    queueId: row.queue_id,
    from: row.starts_at.toISOString(),
    to: row.ends_at.toISOString(),
    finding: row.finding,
    action: row.action,
    contacts: row.contacts,
    reason: row.reason,
    active: row.active,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }
}

/** As the engine takes it. */
export function toDecision({
  from,
  to,
  finding,
  action,
  contacts,
}: HistoryDecision): EngineDecision {
  return { fromMs: Date.parse(from), toMs: Date.parse(to), finding, action, contacts }
}
