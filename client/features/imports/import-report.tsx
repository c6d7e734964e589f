import type { ReactElement } from 'react'

import { IntervalTable, type TableColumn } from '../../components/interval-table/interval-table.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { FindingList } from './finding-list.tsx'
import type { ImportReportView, RefusedRow } from './import-report-model.ts'

import styles from './imports.module.css'

/** What became of a file: how much was taken, what was refused and why, what looks odd. */
export function ImportReport({ report }: { readonly report: ImportReportView }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <section className={styles['report']}>
      <h2 className={styles['title']}>
        {t(report.isDryRun ? 'import.dryRun' : 'import.title', { file: report.fileName })}
      </h2>
      <ImportFigures report={report} />
      {report.refused.length > 0 && (
        <>
          <h3 className={styles['subtitle']}>
            {t('import.refused.title', { count: report.rowsRefused })}
          </h3>
          {report.refused.length < report.rowsRefused && (
            <p className={styles['note']}>
              {t('import.refused.first', { count: report.refused.length })}
            </p>
          )}
          <IntervalTable
            label={t('import.refused.title', { count: report.rowsRefused })}
            columns={refusedColumns(t, format)}
            rows={report.refused}
            rowKey={({ row, column, reason }) => `${row} ${column} ${reason}`}
            maxHeightPx={260}
          />
        </>
      )}
      <FindingList findings={report.findings} />
    </section>
  )
}

function ImportFigures({ report }: { readonly report: ImportReportView }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { firstMs, lastMs } = report
  const figures = [
    [t('import.read'), format.number(report.rowsRead)],
    [t('import.stored'), format.number(report.rowsStored)],
    [t('import.refused'), format.number(report.rowsRefused)],
    [
      t('import.span'),
      firstMs === null || lastMs === null
        ? '—'
        : `${format.fullDate(firstMs)} – ${format.fullDate(lastMs)}`,
    ],
    [t('import.template'), report.template],
  ] as const
  return (
    <dl className={styles['figures']}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function refusedColumns(t: Translate, format: Format): TableColumn<RefusedRow>[] {
  return [
    {
      id: 'row',
      header: t('import.row'),
      align: 'end',
      widthPx: 80,
      text: ({ row }) => (row === null ? t('import.wholeFile') : format.number(row)),
      value: ({ row }) => row,
    },
    {
      id: 'column',
      header: t('import.column'),
      align: 'start',
      widthPx: 150,
      text: ({ column }) => column ?? '',
      value: ({ column }) => column,
    },
    {
      id: 'reason',
      header: t('import.reason'),
      align: 'start',
      widthPx: 420,
      text: ({ reason }) => reason,
      value: ({ reason }) => reason,
    },
  ]
}
