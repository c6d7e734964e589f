import type { components } from '../../api/schema.d.ts'
import { type ProblemView, UNREACHABLE } from '../../lib/problem.ts'
import { sessionResumed } from '../../lib/session-end.ts'

/** How a table is to be taken. */
export interface FileOrder {
  /** Report only; store nothing. */
  readonly dryRun: boolean
  readonly skipsBadRows: boolean
}

/** What every table's import answers, whatever its rows are of. */
export type TableOutcome = Omit<components['schemas']['PeopleImportOutcome'], 'kind'>

/**
 * Sends a spreadsheet, which the generated client cannot: it knows no forms.
 *
 * @param address with what its query has beside the order
 */
export async function sendTableFile(
  file: File,
  address: string,
  order: FileOrder,
): Promise<{ readonly outcome?: TableOutcome; readonly problem?: ProblemView }> {
  const form = new FormData()
  form.append('file', file)
  const url = new URL(address, globalThis.location.origin)
  url.searchParams.set('dryRun', String(order.dryRun))
  url.searchParams.set('onBadRow', order.skipsBadRows ? 'skip-row' : 'refuse-file')
  const send = async (): Promise<Response> => fetch(url, { method: 'POST', body: form })
  try {
    const first = await send()
    const answer = first.status === 401 && (await sessionResumed()) ? await send() : first
    const body: unknown = await answer.json()
    return answer.ok ? { outcome: body as TableOutcome } : { problem: body as ProblemView }
  } catch {
    return { problem: UNREACHABLE }
  }
}
