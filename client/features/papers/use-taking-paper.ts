import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { fetchClient } from '../../lib/api.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import type { ProblemView } from '../../lib/problem.ts'
import { saveBlob } from '../../lib/save-blob.ts'

export const PAPER_FORMATS = ['pdf', 'xlsx'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

export interface WantedPaper {
  readonly about: { readonly operatorId: string } | { readonly year: number }
  readonly format: PaperFormat
  readonly language: Locale
}

/** Asks for a paper, and hands it to the browser. That it was taken is kept by the server. */
export function useTakingPaper() {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [busy, setBusy] = useState<PaperFormat | null>(null)
  const take = async ({ about, format, language }: WantedPaper): Promise<void> => {
    setBusy(format)
    const body = { format, language }
    const { data, error } =
      'year' in about
        ? await fetchClient.POST('/api/v1/audit-packages/{year}', {
            params: { path: about },
            body,
            parseAs: 'blob',
          })
        : await fetchClient.POST('/api/v1/person-files/{operatorId}', {
            params: { path: about },
            body,
            parseAs: 'blob',
          })
    setBusy(null)
    setProblem(error ?? null)
    if (data === undefined) return
    const name = 'year' in about ? `audit-${about.year}` : 'person-file'
    saveBlob(`${name}.${format}`, data as unknown as Blob)
    await queries.invalidateQueries()
  }
  return { problem, busy, take }
}
