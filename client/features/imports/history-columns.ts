import type { TableColumn } from '../../components/interval-table/interval-table.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { HistoryPoint } from './history-points.ts'
import type { QueueHistorySummary } from './use-history.ts'

/** The chart as a table. */
export function historyColumns(t: Translate, format: Format): TableColumn<HistoryPoint>[] {
  const figure = (
    id: 'offered' | 'handled' | 'ahtSeconds' | 'asaSeconds',
    header: string,
    unit?: string,
  ): TableColumn<HistoryPoint> => ({
    id,
    header,
    ...(unit === undefined ? {} : { unit }),
    align: 'end',
    widthPx: 120,
    text: (point) => numberText(point[id], format),
    value: (point) => point[id],
  })
  return [
    {
      id: 'when',
      header: t('table.interval'),
      align: 'start',
      widthPx: 240,
      text: ({ startMs, endMs }) => stretchText(startMs, endMs, format),
      value: ({ startMs, endMs }) => stretchText(startMs, endMs, format),
    },
    figure('offered', t('history.offered')),
    figure('handled', t('history.handled')),
    {
      id: 'abandoned',
      header: t('history.abandoned'),
      align: 'end',
      widthPx: 120,
      text: ({ abandonShare }) => (abandonShare === null ? '—' : format.percent(abandonShare)),
      value: ({ abandonShare }) => abandonShare,
    },
    figure('ahtSeconds', t('history.handleTime'), t('unit.second')),
    figure('asaSeconds', t('history.wait'), t('unit.second')),
  ]
}

export interface SummaryRow extends QueueHistorySummary {
  /** In the reader's language. */
  readonly name: string
}

/** Every queue's history in one line. */
export function summaryColumns(t: Translate, format: Format): TableColumn<SummaryRow>[] {
  const date = (
    id: 'firstAt' | 'lastAt' | 'lastImportAt',
    header: string,
  ): TableColumn<SummaryRow> => ({
    id,
    header,
    align: 'end',
    widthPx: 150,
    text: (row) => dateText(row[id], id === 'lastAt', format),
    value: (row) => row[id],
  })
  const count = (
    id: 'contacts' | 'intervals' | 'gaps' | 'missingIntervals',
    header: string,
  ): TableColumn<SummaryRow> => ({
    id,
    header,
    align: 'end',
    widthPx: 110,
    text: (row) => format.number(row[id]),
    value: (row) => row[id],
  })
  return [
    {
      id: 'name',
      header: t('history.queue'),
      align: 'start',
      widthPx: 210,
      text: ({ name }) => name,
      value: ({ name }) => name,
    },
    date('firstAt', t('history.first')),
    date('lastAt', t('history.last')),
    count('contacts', t('history.contacts')),
    count('intervals', t('history.intervals')),
    count('gaps', t('history.gaps')),
    count('missingIntervals', t('history.missing')),
    date('lastImportAt', t('history.lastImport')),
  ]
}

function numberText(value: number | null, format: Format): string {
  return value === null ? '—' : format.number(value)
}

/** The day in which an end lies is the one before midnight. */
function dateText(at: string | null, isEnd: boolean, format: Format): string {
  return at === null ? '—' : format.fullDate(Date.parse(at) - (isEnd ? 1 : 0))
}
