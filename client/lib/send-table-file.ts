import { type ProblemView, UNREACHABLE } from './problem.ts'
import { sessionResumed } from './session-end.ts'

/** How a table is to be taken. */
export interface FileOrder {
  /** Report only; store nothing. */
  readonly dryRun: boolean
  readonly skipsBadRows: boolean
}

/**
 * Sends a spreadsheet, which the generated client cannot: it knows no forms.
 *
 * @param address with what its query has beside the order
 */
export async function sendTableFile<Outcome>(
  file: File,
  address: { readonly path: string; readonly query?: Readonly<Record<string, string>> },
  order: FileOrder,
): Promise<{ readonly outcome?: Outcome; readonly problem?: ProblemView }> {
  const form = new FormData()
  form.append('file', file)
  const query = new URLSearchParams({
    ...address.query,
    dryRun: String(order.dryRun),
    onBadRow: order.skipsBadRows ? 'skip-row' : 'refuse-file',
  })
  const send = async (): Promise<Response> =>
    fetch(`${address.path}?${query}`, { method: 'POST', body: form })
  try {
    const first = await send()
    const answer = first.status === 401 && (await sessionResumed()) ? await send() : first
    const body: unknown = await answer.json()
    return answer.ok ? { outcome: body as Outcome } : { problem: body as ProblemView }
  } catch {
    return { problem: UNREACHABLE }
  }
}
