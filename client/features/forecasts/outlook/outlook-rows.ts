import type { TableColumn } from '../../../components/interval-table/interval-table.tsx'
import type { Format } from '../../../lib/i18n/format.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'
import type { Outlook, OutlookDay, OutlookMonth } from './use-outlook.ts'

/** One month of the table: what is expected, and what the same month brought a year before. */
export interface OutlookRow extends OutlookMonth {
  readonly yearBefore: number | null
}

/** A month beside its twin of a year before: one that came, or, further on, none. */
export function outlookRows({ months, history }: Outlook): readonly OutlookRow[] {
  const came = new Map(history.map(({ month, contacts }) => [month, contacts]))
  return months.map((row) => ({ ...row, yearBefore: came.get(yearBefore(row.month)) ?? null }))
}

function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
}

/** One point of the drawing; what is not known of a month is left out. */
export interface DrawnMonth {
  readonly month: string
  readonly came?: number
  readonly mean?: number
  readonly band?: readonly [low: number, high: number]
  readonly scenario?: number
}

/** Months that came and months ahead on one axis. */
export function drawnMonths({ months, history }: Outlook): readonly DrawnMonth[] {
  return [
    ...history.map(({ month, contacts }) => ({ month, came: contacts })),
    ...months.map(({ month, learned, scenario }) => ({
      month,
      mean: learned.mean,
      band: [learned.low, learned.high] as const,
      ...(scenario === null ? {} : { scenario: scenario.mean }),
    })),
  ]
}

interface Shown {
  readonly t: Translate
  readonly format: Format
  readonly monthName: (month: string) => string
  readonly hasScenario: boolean
}

export function outlookColumns(shown: Shown): TableColumn<OutlookRow>[] {
  const { t, format, monthName } = shown
  return [
    {
      id: 'month',
      header: t('outlook.month'),
      align: 'start',
      widthPx: 150,
      text: ({ month }) => monthName(month),
      value: ({ month }) => month,
    },
    ...bandColumns<OutlookRow>(shown),
    count('yearBefore', t('outlook.yearBefore'), format, (row) => row.yearBefore),
  ]
}

/** The days of one month. */
export function outlookDayColumns(
  shown: Omit<Shown, 'monthName'> & { readonly dayName: (date: string) => string },
): TableColumn<OutlookDay>[] {
  return [
    {
      id: 'date',
      header: shown.t('outlook.day'),
      align: 'start',
      widthPx: 150,
      text: ({ date }) => shown.dayName(date),
      value: ({ date }) => date,
    },
    ...bandColumns<OutlookDay>(shown),
  ]
}

function bandColumns<Row extends Pick<OutlookDay, 'learned' | 'scenario'>>({
  t,
  format,
  hasScenario,
}: Pick<Shown, 't' | 'format' | 'hasScenario'>): TableColumn<Row>[] {
  return [
    {
      ...count<Row>('learned', t('outlook.learned'), format, ({ learned }) => learned.mean),
      tone: () => 'forecast',
    },
    count('low', t('outlook.low'), format, ({ learned }) => learned.low),
    count('high', t('outlook.high'), format, ({ learned }) => learned.high),
    ...(hasScenario
      ? [count<Row>('scenario', t('outlook.scenario'), format, (row) => row.scenario?.mean ?? null)]
      : []),
  ]
}

function count<Row>(
  id: string,
  header: string,
  format: Format,
  of: (row: Row) => number | null,
): TableColumn<Row> {
  return {
    id,
    header,
    align: 'end',
    widthPx: 110,
    text: (row) => {
      const value = of(row)
      return value === null ? '' : format.number(value)
    },
    value: of,
  }
}
