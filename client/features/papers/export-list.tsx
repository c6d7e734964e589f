import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './papers.module.css'

type PaperExport = components['schemas']['PaperExport']

/** Who took which paper, the latest first. */
export function ExportList(): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const { data } = api.useQuery('get', '/api/v1/paper-exports')
  if (data === undefined) return null
  const column = (
    id: string,
    header: string,
    widthPx: number,
    text: (row: PaperExport) => string,
  ) => ({ id, header, widthPx, text, value: text, align: 'start' as const })
  const what = ({ kind, fullName, year }: PaperExport): string =>
    kind === 'audit_package'
      ? t('papers.export.audit', { year: String(year ?? '') })
      : t('papers.export.person', { name: fullName ?? '' })
  return (
    <section className={styles['section']} aria-label={t('papers.exports')}>
      <h2 className={styles['title']}>{t('papers.exports')}</h2>
      {data.exports.length === 0 ? (
        <p className={styles['note']}>{t('papers.exports.none')}</p>
      ) : (
        <IntervalTable
          label={t('papers.exports')}
          rows={data.exports}
          rowKey={({ madeAt, kind, fullName }) => `${madeAt} ${kind} ${fullName ?? ''}`}
          columns={[
            column('when', t('papers.when'), 190, (row) => format.dateTime(Date.parse(row.madeAt))),
            column('who', t('papers.who'), 200, ({ madeBy }) => madeBy),
            column('what', t('papers.what'), 320, what),
            column('format', t('papers.format'), 80, (row) => row.format),
          ]}
        />
      )}
    </section>
  )
}
