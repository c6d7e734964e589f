import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type ReactElement, useId } from 'react'

import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import type { RefusedRow } from './import-report-model.ts'
import { refusedCsv } from './refused-csv.ts'
import { saveText } from './save-text.ts'

import styles from './imports.module.css'

interface RefusedRowsProps {
  readonly fileName: string
  readonly rows: readonly RefusedRow[]
  /** All of them, also those that are not listed. */
  readonly total: number
}

/** Which rows were not taken, where in them and why; to be read here or beside the file. */
export function RefusedRows({ fileName, rows, total }: RefusedRowsProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const title = useId()
  const headers = [t('import.row'), t('import.column'), t('import.reason')] as const
  const save = (): void =>
    saveText(
      `${fileName}.refused.csv`,
      refusedCsv(rows, headers, locale === 'en' ? ',' : ';'),
      'text/csv;charset=utf-8',
    )
  return (
    <>
      <h3 id={title} className={styles['subtitle']}>
        {t('import.refused.title', { count: total })}
      </h3>
      {rows.length < total && (
        <p className={styles['note']}>{t('import.refused.first', { count: rows.length })}</p>
      )}
      <Button variant="subtle" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
        {t('import.refused.save')}
      </Button>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <section className={styles['refusedRows']} aria-labelledby={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {headers.map((header) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, column, reason }) => (
              <tr key={`${row} ${column} ${reason}`}>
                <td>{row === null ? t('import.wholeFile') : format.number(row)}</td>
                <td>{column}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
