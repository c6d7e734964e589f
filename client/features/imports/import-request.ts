import type { components } from '../../api/schema.d.ts'
import { type ProblemView, UNREACHABLE } from '../../lib/problem.ts'
import { sessionResumed } from '../../lib/session-end.ts'

export type ImportOutcome = components['schemas']['ImportOutcome']

export const IMPORT_KINDS = ['intervals', 'queue_log'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** How a file is to be read. */
export interface ImportSettings {
  readonly kind: ImportKind
  /** IANA zone of local times in the file. */
  readonly timeZone: string
  /** True leaves bad rows out; false refuses the file for one of them. */
  readonly skipsBadRows: boolean
  /** Length of its intervals; null when the file tells it. */
  readonly intervalMinutes: number | null
  /** Code of the centre's queue by the name that the file uses. */
  readonly queueMap: Readonly<Record<string, string>>
}

export type ImportEnd =
  | { readonly kind: 'read'; readonly outcome: ImportOutcome }
  | { readonly kind: 'refused'; readonly problem: ProblemView }
  | { readonly kind: 'stopped' }

interface SendOptions {
  /** Report only; store nothing. */
  readonly dryRun: boolean
  /** Share of the file that has been sent, 0..1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/** The query of `POST /imports`. */
export function importQuery(settings: ImportSettings, dryRun: boolean): string {
  const { kind, timeZone, skipsBadRows, intervalMinutes } = settings
  return new URLSearchParams({
    kind,
    dryRun: String(dryRun),
    timezone: timeZone,
    onBadRow: skipsBadRows ? 'skip-row' : 'refuse-file',
    ...(intervalMinutes === null ? {} : { intervalMinutes: String(intervalMinutes) }),
  }).toString()
}

/** Sends a file. Not by `fetch`, which does not tell how much of it has gone out. */
export async function sendImport(
  file: File,
  settings: ImportSettings,
  options: SendOptions,
): Promise<ImportEnd> {
  const first = await sendOnce(file, settings, options)
  const isRefused = first.kind === 'refused' && first.problem.status === 401
  return isRefused && (await sessionResumed()) ? sendOnce(file, settings, options) : first
}

async function sendOnce(
  file: File,
  settings: ImportSettings,
  { dryRun, onProgress, signal }: SendOptions,
): Promise<ImportEnd> {
  const form = new FormData()
  form.append('queueMap', JSON.stringify(settings.queueMap))
  form.append('file', file)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/imports?${importQuery(settings, dryRun)}`)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total))
    request.addEventListener('load', () => {
      resolve(
        request.status === 200
          ? { kind: 'read', outcome: request.response as ImportOutcome }
          : { kind: 'refused', problem: (request.response ?? UNREACHABLE) as ProblemView },
      )
    })
    request.addEventListener('error', () => resolve({ kind: 'refused', problem: UNREACHABLE }))
    request.addEventListener('abort', () => resolve({ kind: 'stopped' }))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
