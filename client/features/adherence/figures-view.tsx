import type { ReactElement } from 'react'

import { CopyButton } from '../../components/copy-button.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { api } from '../../lib/api.ts'
import { fromLocalInput } from '../../lib/centre-time.ts'
import { isMessageKey, type MessageKey } from '../../lib/i18n/catalogue.ts'
import { useFormat, useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import { toTsv } from '../../lib/tsv.ts'
import {
  type FigureGroup,
  type FigureRow,
  figureRows,
  type Figures,
  type Report,
  type RowNames,
} from './figure-rows.ts'

import styles from './exceptions.module.css'

const COLUMNS: readonly {
  readonly label: MessageKey
  readonly kind: 'ratio' | 'seconds' | 'count'
  readonly of: (figures: Figures) => number | null
}[] = [
  { label: 'today.figure.adherence', kind: 'ratio', of: ({ adherence }) => adherence },
  {
    label: 'figures.withoutTolerance',
    kind: 'ratio',
    of: ({ adherenceWithoutTolerance }) => adherenceWithoutTolerance,
  },
  { label: 'today.figure.conformance', kind: 'ratio', of: ({ conformance }) => conformance },
  { label: 'figures.scheduled', kind: 'seconds', of: ({ totals }) => totals.scheduledSeconds },
  { label: 'today.verdict.out', kind: 'seconds', of: ({ totals }) => totals.outSeconds },
  { label: 'figures.deviations', kind: 'count', of: ({ totals }) => totals.deviations },
  { label: 'today.verdict.neutral', kind: 'seconds', of: ({ totals }) => totals.neutralSeconds },
  { label: 'today.verdict.unknown', kind: 'seconds', of: ({ totals }) => totals.unknownSeconds },
]

interface FiguresViewProps {
  readonly report: Report
  readonly group: FigureGroup
}

/** Everybody's figures of a period, by person, team, day, week or activity. */
export function FiguresView({ report, group }: FiguresViewProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const rows = figureRows(report, group, useRowNames())
  const head = t(`figures.by.${group}`)
  const text = (figures: Figures): string[] =>
    COLUMNS.map(({ kind, of }) => {
      const value = of(figures)
      if (value === null) return '–'
      if (kind === 'ratio') return format.percent(value)
      return kind === 'seconds' ? format.duration(value) : format.number(value)
    })
  const tsv = toTsv(
    [
      { header: head, value: ({ name }) => name },
      ...COLUMNS.map(({ label, of }) => ({
        header: t(label),
        value: (row: FigureRow) => of(row),
      })),
    ],
    rows,
    locale === 'en' ? '.' : ',',
  )
  return (
    <>
      <CopyButton text={tsv} label={t('figures.copy')} />
      <ScrollBox label={t('figures.table')} className={styles['scroll']}>
        <table className={styles['figures']}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {COLUMNS.map(({ label }) => (
                <th key={label} scope="col">
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('figures.everybody')}</th>
              <Cells texts={text(report)} />
            </tr>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <Cells texts={text(row)} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}

function useRowNames(): RowNames {
  const { locale, t } = useLocale()
  const format = useFormat()
  const zone = useTimeZone()
  const teams = api.useQuery('get', '/api/v1/teams').data?.teams ?? []
  const startOf = (date: string): number => fromLocalInput(date, zone) ?? 0
  return {
    team: (code) =>
      code === null
        ? t('figures.noTeam')
        : (teams.find((team) => team.code === code)?.name[locale] ?? code),
    day: (date) => format.longDay(startOf(date)),
    week: (monday) => t('figures.week', { monday: format.date(startOf(monday)) }),
    activity: (activity) => {
      const key = `today.activity.${activity}`
      return isMessageKey(key) ? t(key) : activity
    },
  }
}

function Cells({ texts }: { readonly texts: readonly string[] }): ReactElement {
  return (
    <>
      {texts.map((text, at) => (
        <td key={COLUMNS[at]?.label}>{text}</td>
      ))}
    </>
  )
}
