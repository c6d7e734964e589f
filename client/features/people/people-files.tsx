import { Button, SegmentedControl } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { DropZone } from '../../components/drop-zone/drop-zone.tsx'
import { FileLinks } from '../../components/file-links.tsx'
import { FileReport } from '../../components/file-report/file-report.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { type FileOrder, sendTableFile } from '../../lib/send-table-file.ts'
import { usePeopleRefresh } from './use-people.ts'

import styles from './people.module.css'

type Outcome = components['schemas']['PeopleImportOutcome']

const FILE_KINDS = ['people', 'competences'] as const
type FileKind = (typeof FILE_KINDS)[number]

interface Tried {
  readonly file: File
  readonly outcome: Outcome
}

/** People and competences from a spreadsheet and into one: tried first, stored when it is right. */
export function PeopleFiles({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTranslate()
  const refresh = usePeopleRefresh()
  const [kind, setKind] = useState<FileKind>('people')
  const [isBusy, setBusy] = useState(false)
  const [tried, setTried] = useState<Tried | null>(null)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const run = async (file: File, order: FileOrder) => {
    setBusy(true)
    const end = await sendTableFile<Outcome>(
      file,
      { path: '/api/v1/people-files', query: { kind } },
      order,
    )
    setBusy(false)
    setProblem(end.problem ?? null)
    setTried(end.outcome === undefined ? null : { file, outcome: end.outcome })
    if (end.outcome?.stored === true) refresh()
  }
  return (
    <section className={styles['panel']} aria-label={t('people.files')}>
      <div className={styles['line']}>
        <SegmentedControl
          value={kind}
          onChange={(value) => {
            setKind(FILE_KINDS.find((one) => one === value) ?? 'people')
            setTried(null)
            setProblem(null)
          }}
          data={FILE_KINDS.map((value) => ({ value, label: t(`people.files.${value}`) }))}
        />
        <Button variant="subtle" onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
      <FileLinks
        words={t('people.files.export')}
        formats={['xlsx', 'csv']}
        addressOf={(format) => `/api/v1/people-files?kind=${kind}&format=${format}`}
      />
      <DropZone
        label={t(`people.files.${kind}`)}
        hint={t(`people.files.${kind}.hint`)}
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
    </section>
  )
}
