import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { FindingList } from './finding-list.tsx'
import type { ImportReportView } from './import-report-model.ts'
import { RefusedRows } from './refused-rows.tsx'

import styles from './imports.module.css'

/** What became of a file: how much was taken, what was refused and why, what looks odd. */
export function ImportReport({ report }: { readonly report: ImportReportView }): ReactElement {
  const t = useTranslate()
  return (
    <section className={styles['report']}>
      <h2 className={styles['title']}>
        {t(report.isDryRun ? 'import.dryRun' : 'import.title', { file: report.fileName })}
      </h2>
      <ImportFigures report={report} />
      {report.refused.length > 0 && (
        <RefusedRows fileName={report.fileName} rows={report.refused} total={report.rowsRefused} />
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
    [t(report.isDryRun ? 'import.toStore' : 'import.stored'), format.number(report.rowsStored)],
    [t('import.refused'), format.number(report.rowsRefused)],
    [
      t('import.span'),
      firstMs === null || lastMs === null
        ? '—'
        : `${format.fullDate(firstMs)} – ${format.fullDate(lastMs - 1)}`,
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
