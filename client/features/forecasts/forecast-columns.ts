import type { TableColumn } from '../../components/interval-table/interval-table.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { DayTotal } from './chart/day-totals.ts'
import { BAND_EDGES, type BandWidth, type ForecastPoint } from './forecast-model.ts'

interface Shown {
  readonly t: Translate
  readonly format: Format
  readonly band: BandWidth
  /** Number of the version that is compared. */
  readonly previousVersion?: number | undefined
}

/** The chart as a table: what the lines say, interval by interval. */
export function forecastColumns(shown: Shown): TableColumn<ForecastPoint>[] {
  const { t, format, band } = shown
  const edge = (id: 'low' | 'high', header: string): TableColumn<ForecastPoint> => ({
    id,
    header,
    align: 'end',
    widthPx: 104,
    text: (point) => format.number(point[id]),
    value: (point) => point[id],
  })
  return [
    {
      id: 'interval',
      header: t('table.interval'),
      align: 'start',
      widthPx: 190,
      text: ({ startMs, endMs }) =>
        `${format.shortDay(startMs)}, ${format.timeRange(startMs, endMs)}`,
      value: ({ startMs }) => format.dateTime(startMs),
    },
    meanColumn(shown),
    edge('low', t('forecast.low', { share: band })),
    edge('high', t('forecast.high', { share: band })),
    ...sharedColumns(shown),
    handleEdge(shown, 'low'),
    handleEdge(shown, 'high'),
  ]
}

/** An edge of the band of handle times. */
function handleEdge({ t, format, band }: Shown, edge: 'low' | 'high'): TableColumn<ForecastPoint> {
  const at = BAND_EDGES[band][edge === 'low' ? 0 : 1]
  const value = ({ handleQuantiles }: ForecastPoint): number | null => handleQuantiles?.[at] ?? null
  return {
    id: `handle-${edge}`,
    header: t(`forecast.handleTime.${edge}`, { share: band }),
    align: 'end',
    widthPx: 120,
    unit: t('unit.second'),
    text: (point) => {
      const found = value(point)
      return found === null ? '' : format.number(found)
    },
    value,
  }
}

/** The same by day. */
export function dayColumns(shown: Shown): TableColumn<DayTotal>[] {
  const { t, format } = shown
  return [
    {
      id: 'day',
      header: t('table.day'),
      align: 'start',
      widthPx: 200,
      text: ({ startMs }) => format.longDay(startMs),
      value: ({ startMs }) => format.fullDate(startMs),
    },
    meanColumn(shown),
    ...sharedColumns(shown),
  ]
}

type Total = ForecastPoint | DayTotal

function meanColumn({ t, format }: Shown): TableColumn<Total> {
  return {
    id: 'mean',
    header: t('forecast.mean'),
    align: 'end',
    widthPx: 100,
    text: ({ mean }) => format.number(mean),
    value: ({ mean }) => mean,
    tone: () => 'forecast',
  }
}

/** What intervals and days have alike. */
function sharedColumns({ t, format, previousVersion }: Shown): TableColumn<Total>[] {
  const column = (
    id: string,
    header: string,
    value: (row: Total) => number | null,
  ): TableColumn<Total> => ({
    id,
    header,
    align: 'end',
    widthPx: 112,
    text: (row) => {
      const found = value(row)
      return found === null ? '' : format.number(found)
    },
    value,
  })
  const changed = (row: Total): number | null =>
    row.mean === row.engineMean ? null : row.engineMean
  return [
    column('engine', t('forecast.engine'), changed),
    ...(previousVersion === undefined
      ? []
      : [
          column(
            'previous',
            t('version.number', { version: previousVersion }),
            (row) => row.previous,
          ),
        ]),
    column('actual', t('forecast.actual'), ({ actual }) => actual),
    {
      ...column('handle', t('forecast.handleTime'), ({ handleSeconds }) => handleSeconds),
      unit: t('unit.second'),
      widthPx: 120,
    },
  ]
}
