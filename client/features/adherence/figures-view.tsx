import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { toTsv } from '../../lib/tsv.ts'

import styles from './exceptions.module.css'

type Report = components['schemas']['AdherenceReport']
type Figures = Pick<Report, 'adherence' | 'adherenceWithoutTolerance' | 'conformance' | 'totals'>

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

/** Everybody's figures of a period, the lowest adherence first; days off are left out. */
export function FiguresView({ report }: { readonly report: Report }): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const people = report.people
    .filter(({ totals }) => totals.scheduledSeconds > 0)
    .toSorted((a, b) => (a.adherence ?? 2) - (b.adherence ?? 2))
  const text = (figures: Figures): string[] =>
    COLUMNS.map(({ kind, of }) => {
      const value = of(figures)
      if (value === null) return '–'
      if (kind === 'ratio') return format.percent(value)
      return kind === 'seconds' ? format.duration(value) : format.number(value)
    })
  const tsv = toTsv(
    [
      { header: t('today.column.person'), value: ({ name }) => name },
      ...COLUMNS.map(({ label, of }) => ({
        header: t(label),
        value: (row: Report['people'][number]) => of(row),
      })),
    ],
    people,
    locale === 'en' ? '.' : ',',
  )
  return (
    <>
      <CopyButton text={tsv} label={t('figures.copy')} />
      <ScrollBox label={t('figures.table')} className={styles['scroll']}>
        <table className={styles['figures']}>
          <thead>
            <tr>
              <th scope="col">{t('today.column.person')}</th>
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
            {people.map((person) => (
              <tr key={person.operatorId}>
                <th scope="row">{person.name}</th>
                <Cells texts={text(person)} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
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
