import { Button, Group } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { IntervalTable } from '../interval-table/interval-table.tsx'
import type { TableOutcome } from './send-table-file.ts'

import styles from './file-report.module.css'

interface FileReportProps {
  readonly fileName: string
  readonly outcome: TableOutcome
  readonly isBusy: boolean
  readonly onStore: (skipsBadRows: boolean) => void
}

/** What came of a table that was tried or stored: counts, every fault with its place, the way on. */
export function FileReport({ fileName, outcome, isBusy, onStore }: FileReportProps): ReactElement {
  const t = useTranslate()
  const { added, changed, unchanged, rowsRefused } = outcome
  const isClean = outcome.problemCount === 0
  return (
    <>
      <output>
        <h3 className={styles['title']}>
          {t(outcome.stored ? 'people.files.stored' : 'people.files.tried', { file: fileName })}
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

function FileProblems({ outcome }: { readonly outcome: TableOutcome }): ReactElement {
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
            text: ({ title }) => title ?? '',
            value: ({ title }) => title,
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
