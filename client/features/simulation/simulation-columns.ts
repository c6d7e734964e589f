import type { TableColumn } from '../../components/interval-table/interval-table.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { SimulatedInterval, Spread } from './simulation-model.ts'

type Column = TableColumn<SimulatedInterval>
type Figure = Exclude<keyof SimulatedInterval, 'startMs' | 'endMs'>

interface Measured {
  readonly figure: Figure
  readonly part: keyof Spread
  readonly header: string
}

/** Every interval with the middle run and what nine runs in ten stay below. */
export function simulationColumns(t: Translate, format: Format): Column[] {
  const high = (name: string): string => t('simulation.high', { name })
  const wait = t('requirement.asa')
  const lost = t('requirement.abandonShare')
  return [
    {
      id: 'interval',
      header: t('table.interval'),
      align: 'start',
      widthPx: 148,
      text: ({ startMs, endMs }) =>
        `${format.shortDay(startMs)}, ${format.timeRange(startMs, endMs)}`,
      value: ({ startMs }) => format.dateTime(startMs),
    },
    plain({ figure: 'offered', part: 'mean', header: t('requirement.contacts') }, format, 1),
    inSeconds({ figure: 'asaSeconds', part: 'p50', header: wait }, t, format),
    inSeconds({ figure: 'asaSeconds', part: 'p90', header: high(wait) }, t, format),
    inPercent({ figure: 'abandonShare', part: 'mean', header: lost }, format),
    inPercent({ figure: 'abandonShare', part: 'p90', header: high(lost) }, format),
    inPercent(
      { figure: 'serviceLevel', part: 'mean', header: t('requirement.serviceLevel') },
      format,
    ),
    inPercent({ figure: 'occupancy', part: 'mean', header: t('requirement.occupancy') }, format),
  ]
}

function plain({ figure, part, header }: Measured, format: Format, digits: number): Column {
  const value = ({ [figure]: spread }: SimulatedInterval): number | null => spread[part]
  return {
    id: `${figure} ${part}`,
    header,
    align: 'end',
    widthPx: 110,
    text: (row) => {
      const found = value(row)
      return found === null ? '' : format.number(found, digits)
    },
    value,
  }
}

function inSeconds(measured: Measured, t: Translate, format: Format): Column {
  return { ...plain(measured, format, 0), unit: t('unit.second') }
}

/** Read as per cent; copied as per cent too, so that a spreadsheet shows what was seen. */
function inPercent({ figure, part, header }: Measured, format: Format): Column {
  const value = ({ [figure]: spread }: SimulatedInterval): number | null => {
    const ratio = spread[part]
    return ratio === null ? null : Math.round(ratio * 1000) / 10
  }
  return {
    id: `${figure} ${part}`,
    header,
    unit: '%',
    align: 'end',
    widthPx: 110,
    text: (row) => {
      const found = value(row)
      return found === null ? '' : format.number(found, 1)
    },
    value,
  }
}
