import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { DropZone } from '../drop-zone/drop-zone.tsx'
import { FileLinks } from '../file-links.tsx'
import { FailedState } from '../states/failed-state.tsx'
import { FileReport } from './file-report.tsx'
import { type FileOrder, sendTableFile, type TableOutcome } from './send-table-file.ts'

interface TableExchangeProps {
  /** Where the table is read from and sent to. */
  readonly path: '/api/v1/people-files' | '/api/v1/question-files'
  readonly query?: Readonly<Record<string, string>>
  readonly label: string
  readonly hint: string
}

interface Tried {
  readonly file: File
  readonly outcome: TableOutcome
}

/** A table to take away, and to bring back: tried first, stored when it is right. */
export function TableExchange({ path, query, label, hint }: TableExchangeProps): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [tried, setTried] = useState<Tried | null>(null)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const run = async (file: File, order: FileOrder): Promise<void> => {
    setBusy(true)
    const end = await sendTableFile(file, `${path}?${new URLSearchParams(query)}`, order)
    setBusy(false)
    setProblem(end.problem ?? null)
    setTried(end.outcome === undefined ? null : { file, outcome: end.outcome })
    if (end.outcome?.stored === true) await queries.invalidateQueries()
  }
  return (
    <>
      <FileLinks
        words={t('people.files.export')}
        formats={['xlsx', 'csv']}
        addressOf={(format) => `${path}?${new URLSearchParams({ ...query, format })}`}
      />
      <DropZone
        label={label}
        hint={hint}
        accept=".csv,.xlsx,text/csv"
        isBusy={isBusy}
        onFile={(file) => void run(file, { dryRun: true, skipsBadRows: false })}
      />
      {problem !== null && <FailedState problem={problem} />}
      {tried !== null && (
        <FileReport
          fileName={tried.file.name}
          outcome={tried.outcome}
          isBusy={isBusy}
          onStore={(skipsBadRows) => void run(tried.file, { dryRun: false, skipsBadRows })}
        />
      )}
    </>
  )
}
