import type { components } from '../../api/schema.d.ts'
import type { MessageKey } from '../../lib/i18n/catalogue.ts'

export type Exception = components['schemas']['AdherenceException']
export type ExceptionKind = Exception['kind']

export const EXCEPTION_KINDS = {
  supervisor: 'explain.kind.supervisor',
  client: 'explain.kind.client',
  technical: 'explain.kind.technical',
  meeting: 'explain.kind.meeting',
  training: 'explain.kind.training',
  health: 'explain.kind.health',
  transport: 'explain.kind.transport',
  other: 'explain.kind.other',
} as const satisfies Readonly<Record<ExceptionKind, MessageKey>>

/** One thing that was asked for or said: a team's members were explained together. */
export interface ExceptionGroup {
  readonly first: Exception
  readonly ids: readonly string[]
}

/** Rows that were recorded and answered together are one line, in the order of their first. */
export function groupExceptions(exceptions: readonly Exception[]): ExceptionGroup[] {
  const groups = Map.groupBy(exceptions, groupKey)
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows
    return first === undefined ? [] : [{ first, ids: rows.map(({ id }) => id) }]
  })
}

function groupKey(one: Exception): string {
  if (one.team === null) return one.id
  const { from, to, requestedAt, decidedAt, status, team } = one
  return [team.ru, from, to, requestedAt, decidedAt, status].join('|')
}

/** What a form says of an explanation, as it was typed; times on the centre's clock. */
export interface ExceptionDraft {
  readonly kind: ExceptionKind
  readonly note: string
  readonly from: string
  readonly to: string
}

export interface ExceptionSpan {
  readonly from: string
  readonly to: string
  readonly kind: ExceptionKind
  readonly note?: string
}

/** @returns undefined while the end does not come after the beginning */
export function spanOf(
  { kind, note, from, to }: ExceptionDraft,
  instantOf: (local: string) => number | null,
): ExceptionSpan | undefined {
  const [fromMs, toMs] = [instantOf(from), instantOf(to)]
  if (fromMs === null || toMs === null || fromMs >= toMs) return undefined
  const said = note.trim()
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    kind,
    ...(said === '' ? {} : { note: said }),
  }
}
