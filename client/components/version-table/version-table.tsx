import { Anchor } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { ScrollBox } from '../scroll-box.tsx'

import styles from './version-table.module.css'

/** One stored version of a forecast or a requirement. */
interface VersionRow {
  readonly version: number
  readonly fromMs: number
  /** The first instant after it. */
  readonly toMs: number
  readonly madeBy: string
  readonly madeAtMs: number
  readonly engine: string
  /** What it was made from, such as a hash of the data or another version. */
  readonly source: string
  /** Why it no longer stands; empty while it does. */
  readonly staleBecause: readonly string[]
}

interface VersionTableProps {
  readonly label: string
  /** Heads the column of `source`. */
  readonly sourceLabel: string
  readonly rows: readonly VersionRow[]
  readonly shown: number | undefined
  readonly onShow: (version: number) => void
}

/** Who made each version, when, from what and with which engine; any of them can be shown again. */
export function VersionTable(props: VersionTableProps): ReactElement {
  const { label, sourceLabel, rows, shown, onShow } = props
  const t = useTranslate()
  const format = useFormat()
  return (
    <ScrollBox className={styles['scroller']} label={label}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('version.column')}</th>
            <th scope="col">{t('version.covers')}</th>
            <th scope="col">{t('version.madeBy')}</th>
            <th scope="col">{t('version.state')}</th>
            <th scope="col">{sourceLabel}</th>
            <th scope="col">{t('version.engine')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.version} data-shown={row.version === shown}>
              <th scope="row">
                {row.version === shown ? (
                  <>
                    {row.version} · {t('version.shown')}
                  </>
                ) : (
                  <Anchor
                    component="button"
                    type="button"
                    aria-label={t('version.show', { version: row.version })}
                    onClick={() => onShow(row.version)}
                  >
                    {row.version}
                  </Anchor>
                )}
              </th>
              <td>
                {format.date(row.fromMs)} – {format.fullDate(row.toMs - 1)}
              </td>
              <td>
                {row.madeBy}, {format.dateTime(row.madeAtMs)}
              </td>
              <td>
                {row.staleBecause.length === 0
                  ? t('version.fresh')
                  : `${t('version.stale')}: ${row.staleBecause.join('; ')}`}
              </td>
              <td className={styles['code']}>{row.source}</td>
              <td className={styles['code']}>{row.engine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
