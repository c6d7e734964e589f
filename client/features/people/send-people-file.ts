import type { components } from '../../api/schema.d.ts'
import { type ProblemView, UNREACHABLE } from '../../lib/problem.ts'

export const FILE_KINDS = ['people', 'competences'] as const
export type FileKind = (typeof FILE_KINDS)[number]

interface FileEnd {
  readonly outcome?: components['schemas']['PeopleImportOutcome']
  readonly problem?: ProblemView
}

/** Sends a file of people or of competences; a dry run stores nothing. */
export async function sendPeopleFile(
  file: File,
  order: { readonly kind: FileKind; readonly dryRun: boolean; readonly skipsBadRows: boolean },
): Promise<FileEnd> {
  const form = new FormData()
  form.append('file', file)
  const query = new URLSearchParams({
    kind: order.kind,
    dryRun: String(order.dryRun),
    onBadRow: order.skipsBadRows ? 'skip-row' : 'refuse-file',
  })
  try {
    const answer = await fetch(`/api/v1/people-files?${query}`, { method: 'POST', body: form })
    const body: unknown = await answer.json()
    return answer.ok
      ? { outcome: body as NonNullable<FileEnd['outcome']> }
      : { problem: body as ProblemView }
  } catch {
    return { problem: UNREACHABLE }
  }
}
