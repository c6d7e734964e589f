import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { DropZone } from '../../components/drop-zone/drop-zone.tsx'
import { FileLinks } from '../../components/file-links.tsx'
import { FileReport } from '../../components/file-report/file-report.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { type FileOrder, sendTableFile } from '../../lib/send-table-file.ts'

import styles from './knowledge-tests.module.css'

type Outcome = components['schemas']['QuestionImportOutcome']

/** Questions from a spreadsheet and into one: tried first, stored when it is right. */
export function QuestionFiles({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [tried, setTried] = useState<{ file: File; outcome: Outcome } | null>(null)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const run = async (file: File, order: FileOrder): Promise<void> => {
    setBusy(true)
    const end = await sendTableFile<Outcome>(file, { path: '/api/v1/question-files' }, order)
    setBusy(false)
    setProblem(end.problem ?? null)
    setTried(end.outcome === undefined ? null : { file, outcome: end.outcome })
    if (end.outcome?.stored === true) await queries.invalidateQueries()
  }
  return (
    <section className={styles['panel']} aria-label={t('people.files')}>
      <FileLinks
        words={t('people.files.export')}
        formats={['xlsx', 'csv']}
        addressOf={(format) => `/api/v1/question-files?format=${format}`}
      />
      <DropZone
        label={t('tests.files')}
        hint={t('tests.files.hint')}
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
      <Button variant="subtle" onClick={onClose}>
        {t('action.close')}
      </Button>
    </section>
  )
}
