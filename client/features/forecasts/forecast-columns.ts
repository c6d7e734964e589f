import type { TableColumn } from '../../components/interval-table/interval-table.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { ForecastPoint } from './forecast-model.ts'

/** The chart as a table: what the lines say, interval by interval. */
export function forecastColumns(t: Translate, format: Format): TableColumn<ForecastPoint>[] {
  const whole = (id: 'mean' | 'low' | 'high', header: string): TableColumn<ForecastPoint> => ({
    id,
    header,
    align: 'end',
    widthPx: 96,
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
    { ...whole('mean', t('forecast.mean')), tone: () => 'forecast' },
    whole('low', t('forecast.low')),
    whole('high', t('forecast.high')),
    {
      id: 'actual',
      header: t('forecast.actual'),
      align: 'end',
      widthPx: 96,
      text: ({ actual }) => (actual === null ? '' : format.number(actual)),
      value: ({ actual }) => actual,
    },
    {
      id: 'handle',
      header: t('forecast.handleTime'),
      unit: t('unit.second'),
      align: 'end',
      widthPx: 120,
      text: ({ handleSeconds }) => (handleSeconds === null ? '' : format.number(handleSeconds)),
      value: ({ handleSeconds }) => handleSeconds,
    },
  ]
}
