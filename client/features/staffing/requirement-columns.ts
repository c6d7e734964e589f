import type { TableColumn } from '../../components/interval-table/interval-table.tsx'
import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { RequirementPoint } from './requirement-model.ts'

type Column = TableColumn<RequirementPoint>

/** The name of the target that decided; its code when the client has no words for it yet. */
export function bindingName(binding: string, t: Translate): string {
  const key = `requirement.binding.${binding}`
  return isMessageKey(key) ? t(key) : binding
}

/** Requirement by interval with what decides it. */
export function requirementColumns(t: Translate, format: Format): Column[] {
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
    count('contacts', t('requirement.contacts'), format),
    measured('handleSeconds', t('forecast.handleTime'), t('unit.second'), format),
    count('agents', t('requirement.agents'), format),
    count('rostered', t('requirement.rostered'), format),
    {
      id: 'binding',
      header: t('requirement.binding'),
      align: 'start',
      widthPx: 280,
      text: ({ binding, isUnavoidablyOver }) =>
        isUnavoidablyOver
          ? t('requirement.unavoidablyOver', { target: bindingName(binding, t) })
          : bindingName(binding, t),
      value: ({ binding }) => bindingName(binding, t),
      tone: ({ isUnavoidablyOver }) => (isUnavoidablyOver ? 'over' : undefined),
    },
    measured('asaSeconds', t('requirement.asa'), t('unit.second'), format),
    share('serviceLevel', t('requirement.serviceLevel'), format),
    share('occupancy', t('requirement.occupancy'), format),
    share('abandonShare', t('requirement.abandonShare'), format),
  ]
}

function count(id: 'contacts' | 'agents' | 'rostered', header: string, format: Format): Column {
  return {
    id,
    header,
    align: 'end',
    widthPx: 118,
    text: (point) => format.number(point[id]),
    value: (point) => point[id],
  }
}

function measured(
  id: 'handleSeconds' | 'asaSeconds',
  header: string,
  unit: string,
  format: Format,
): Column {
  return {
    id,
    header,
    unit,
    align: 'end',
    widthPx: 116,
    text: ({ [id]: seconds }) => (seconds === null ? '' : format.number(seconds)),
    value: (point) => point[id],
  }
}

/** Read as per cent; copied as per cent too, so that a spreadsheet shows what was seen. */
function share(
  id: 'serviceLevel' | 'occupancy' | 'abandonShare',
  header: string,
  format: Format,
): Column {
  return {
    id,
    header,
    unit: '%',
    align: 'end',
    widthPx: 104,
    text: ({ [id]: ratio }) => (ratio === null ? '' : format.number(ratio * 100, 1)),
    value: ({ [id]: ratio }) => (ratio === null ? null : Math.round(ratio * 1000) / 10),
  }
}
