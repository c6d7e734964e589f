import type { TableColumn } from '../../../components/interval-table/interval-table.tsx'
import type { Format } from '../../../lib/i18n/format.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'
import type { JudgedOverride, LagScore, TriedVersion } from './use-accuracy.ts'

interface Shown {
  readonly t: Translate
  readonly format: Format
}

type Score = TriedVersion['byDay']

/** Errors by weeks ahead, beside the rule of thumb. */
export function lagColumns(shown: Shown, isChanged: boolean): TableColumn<LagScore>[] {
  const { t, format } = shown
  return [
    {
      id: 'week',
      header: t('accuracy.weekAhead'),
      align: 'start',
      widthPx: 110,
      text: ({ weekAhead }) => String(weekAhead),
      value: ({ weekAhead }) => weekAhead,
    },
    ...scoreColumns<LagScore>(shown, isChanged, (row) => row),
    {
      ...share<LagScore>('coverage', t('accuracy.coverage'), format, (row) => row.coverage80),
      widthPx: 130,
    },
  ]
}

/** One row for each version that has begun to come true. */
export function triedColumns(
  shown: Shown & { readonly dateOf: (date: string) => string },
  isChanged: boolean,
): TableColumn<TriedVersion>[] {
  const { t, dateOf } = shown
  return [
    {
      id: 'version',
      header: t('version.column'),
      align: 'start',
      widthPx: 80,
      text: ({ version }) => String(version),
      value: ({ version }) => version,
    },
    {
      id: 'from',
      header: t('accuracy.version.from'),
      align: 'start',
      widthPx: 150,
      text: ({ fromDate }) => dateOf(fromDate),
      value: ({ fromDate }) => fromDate,
    },
    ...scoreColumns<TriedVersion>(shown, isChanged, ({ byDay }) => byDay),
    {
      id: 'state',
      header: t('accuracy.version.state'),
      align: 'start',
      widthPx: 230,
      text: (row) => stateText(row, t),
      value: (row) => stateText(row, t),
    },
  ]
}

function stateText({ counts, isUsed }: TriedVersion, t: Translate): string {
  if (!counts) return t('accuracy.version.not')
  return t(isUsed ? 'accuracy.version.used' : 'accuracy.version.counts')
}

/** What each change by hand was worth. */
export function overrideColumns({ t, format }: Shown): TableColumn<JudgedOverride>[] {
  const when = ({ from, to }: JudgedOverride): string =>
    `${format.dateRange(Date.parse(from), Date.parse(to))}, ${format.date(Date.parse(from))}`
  const count = (
    id: 'engine' | 'final' | 'actual',
    header: string,
  ): TableColumn<JudgedOverride> => ({
    id,
    header,
    align: 'end',
    widthPx: 100,
    text: (row) => format.number(row[id]),
    value: (row) => row[id],
  })
  const verdict = ({ helped }: JudgedOverride): string =>
    t(helped ? 'accuracy.override.helped' : 'accuracy.override.harmed')
  return [
    text('when', t('accuracy.override.when'), 190, when),
    text('reason', t('accuracy.override.reason'), 220, ({ reason }) => reason),
    count('engine', t('accuracy.override.engine')),
    count('final', t('accuracy.override.final')),
    count('actual', t('accuracy.actual')),
    text('verdict', t('accuracy.override.verdict'), 120, verdict),
  ]
}

function text<Row>(
  id: string,
  header: string,
  widthPx: number,
  of: (row: Row) => string,
): TableColumn<Row> {
  return { id, header, align: 'start', widthPx, text: of, value: of }
}

/** What every table of errors tells; the column of changes only where something was changed. */
function scoreColumns<Row>(
  { t, format }: Shown,
  isChanged: boolean,
  scoreOf: (row: Row) => Score,
): TableColumn<Row>[] {
  const error = (id: keyof Score, header: string): TableColumn<Row> =>
    share(id, header, format, (row) => scoreOf(row)[id])
  return [
    {
      id: 'stretches',
      header: t('accuracy.stretches'),
      align: 'end',
      widthPx: 90,
      text: (row) => format.number(scoreOf(row).stretches),
      value: (row) => scoreOf(row).stretches,
    },
    {
      id: 'actual',
      header: t('accuracy.actual'),
      align: 'end',
      widthPx: 100,
      text: (row) => format.number(scoreOf(row).actual),
      value: (row) => scoreOf(row).actual,
    },
    { ...error('wapeEngine', t('accuracy.engine')), tone: () => 'forecast' },
    ...(isChanged ? [error('wapeFinal', t('accuracy.final'))] : []),
    error('wapeNaive', t('accuracy.naive')),
    {
      ...error('biasFinal', t('accuracy.bias')),
      text: (row) => {
        const bias = scoreOf(row).biasFinal
        return bias === null ? '' : format.signed(bias * 100, 1)
      },
    },
  ]
}

/** A ratio, in per cent with one digit. */
function share<Row>(
  id: string,
  header: string,
  format: Format,
  of: (row: Row) => number | null,
): TableColumn<Row> {
  return {
    id,
    header,
    unit: '%',
    align: 'end',
    widthPx: 120,
    text: (row) => {
      const ratio = of(row)
      return ratio === null ? '' : format.number(ratio * 100, 1)
    },
    value: (row) => {
      const ratio = of(row)
      return ratio === null ? null : ratio * 100
    },
  }
}
