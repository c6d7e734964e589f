import type { ReactElement } from 'react'

import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { summaryColumns, type SummaryRow } from './history-columns.ts'

import styles from './imports.module.css'

/** How much history each queue has, and how whole it is. */
export function HistorySummaryTable({
  rows,
}: {
  readonly rows: readonly SummaryRow[]
}): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <section>
      <h2 className={styles['title']}>{t('history.byQueue')}</h2>
      <IntervalTable
        label={t('history.byQueue')}
        columns={summaryColumns(t, format)}
        rows={rows}
        rowKey={({ queueId }) => queueId}
      />
    </section>
  )
}
