import { Button, Group, SegmentedControl } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { DropZone } from '../../components/drop-zone/drop-zone.tsx'
import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { FILE_KINDS, type FileKind, sendPeopleFile } from './send-people-file.ts'
import { usePeopleRefresh } from './use-people.ts'

import styles from './people.module.css'

type Outcome = components['schemas']['PeopleImportOutcome']

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
  const run = async (file: File, order: { dryRun: boolean; skipsBadRows: boolean }) => {
    setBusy(true)
    const end = await sendPeopleFile(file, { kind, ...order })
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
      <p className={styles['links']}>
        {t('people.files.export')}
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} href={`/api/v1/people-files?kind=${kind}&format=${format}`} download>
            {kind === 'people' ? 'people' : 'competences'}.{format}
          </a>
        ))}
      </p>
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
          tried={tried}
          isBusy={isBusy}
          onStore={(skipsBadRows) => void run(tried.file, { dryRun: false, skipsBadRows })}
        />
      )}
    </section>
  )
}

interface FileReportProps {
  readonly tried: Tried
  readonly isBusy: boolean
  readonly onStore: (skipsBadRows: boolean) => void
}

function FileReport({ tried, isBusy, onStore }: FileReportProps): ReactElement {
  const t = useTranslate()
  const { file, outcome } = tried
  const { added, changed, unchanged, rowsRefused } = outcome
  const isClean = outcome.problemCount === 0
  return (
    <>
      <output>
        <h3 className={styles['title']}>
          {t(outcome.stored ? 'people.files.stored' : 'people.files.tried', { file: file.name })}
        </h3>
        <p>{t('people.files.counts', { added, changed, unchanged, refused: rowsRefused })}</p>
      </output>
      {outcome.ignoredColumns.length > 0 && (
        <p className={styles['note']}>
          {t('people.files.ignored', { columns: outcome.ignoredColumns.join(', ') })}
        </p>
      )}
      {!isClean && <FileProblems outcome={outcome} />}
      {!outcome.stored && (
        <Group gap="xs" mt="xs">
          {isClean && (
            <Button loading={isBusy} onClick={() => onStore(false)}>
              {t('people.files.store')}
            </Button>
          )}
          {!isClean && outcome.canSkipRows && added + changed + unchanged > 0 && (
            <Button variant="default" loading={isBusy} onClick={() => onStore(true)}>
              {t('people.files.storeGood', { count: added + changed + unchanged })}
            </Button>
          )}
        </Group>
      )}
    </>
  )
}

function FileProblems({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { problems, problemCount } = outcome
  return (
    <>
      <p className={styles['note']}>{t('people.files.problems', { count: problemCount })}</p>
      <IntervalTable
        label={t('people.files.problemList')}
        rows={problems}
        rowKey={({ row, column, text }) => `${row} ${column} ${text}`}
        maxHeightPx={320}
        columns={[
          {
            id: 'row',
            header: t('people.files.row'),
            align: 'end',
            widthPx: 70,
            text: ({ row }) => (row === null ? '' : format.number(row)),
            value: ({ row }) => row,
          },
          {
            id: 'column',
            header: t('people.files.column'),
            align: 'start',
            widthPx: 150,
            text: ({ column }) => column ?? '',
            value: ({ column }) => column,
          },
          {
            id: 'text',
            header: t('people.files.reason'),
            align: 'start',
            widthPx: 520,
            text: ({ text }) => text,
            value: ({ text }) => text,
          },
        ]}
      />
    </>
  )
}
