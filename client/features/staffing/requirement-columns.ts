import type { TableColumn } from '../../components/interval-table/interval-table.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import { bindingName } from './binding-name.ts'
import {
  offeredErlangs,
  type RequiredPeople,
  type RequirementPoint,
  type RequirementTotal,
} from './requirement-model.ts'

type Column = TableColumn<RequirementPoint>

/** Requirement by interval with what decides it. */
export function requirementColumns(t: Translate, format: Format): Column[] {
  return [
    intervalColumn(t, format),
    contactsColumn(t, format),
    measured('handle', t('forecast.handleTime'), format, {
      unit: t('unit.second'),
      of: ({ handleSeconds }) => handleSeconds,
    }),
    measured('load', t('requirement.load'), format, {
      unit: t('unit.erlang'),
      digits: 1,
      of: offeredErlangs,
    }),
    people('agents', t('requirement.agents'), format),
    people('rostered', t('requirement.rostered'), format),
    {
      id: 'binding',
      header: t('requirement.binding'),
      align: 'start',
      widthPx: 170,
      text: ({ binding }) => bindingName(binding, t),
      value: ({ binding }) => bindingName(binding, t),
    },
    measured('asa', t('requirement.asa'), format, {
      unit: t('unit.second'),
      of: ({ asaSeconds }) => asaSeconds,
    }),
    bandColumn(t),
    share('serviceLevel', t('requirement.serviceLevel'), format),
    share('abandonShare', t('requirement.abandonShare'), format),
    share('occupancy', t('requirement.occupancy'), format),
    share('asaChance', t('requirement.chance'), format),
    {
      id: 'agents90',
      header: t('requirement.agents90'),
      align: 'end',
      widthPx: 90,
      text: ({ agents90 }) => (agents90 === null ? '' : format.number(agents90)),
      value: ({ agents90 }) => agents90,
    },
  ]
}

/** All queues together, with the agents of each beside the sum. */
export function totalColumns(
  queues: readonly { readonly id: string; readonly name: string }[],
  t: Translate,
  format: Format,
): TableColumn<RequirementTotal>[] {
  return [
    intervalColumn(t, format),
    contactsColumn(t, format),
    people('agents', t('requirement.agents'), format),
    people('rostered', t('requirement.rostered'), format),
    ...queues.map(({ id, name }): TableColumn<RequirementTotal> => ({
      id,
      header: name,
      align: 'end',
      widthPx: 120,
      text: ({ agentsByQueue }) => format.number(agentsByQueue.get(id) ?? 0),
      value: ({ agentsByQueue }) => agentsByQueue.get(id) ?? 0,
    })),
  ]
}

function intervalColumn(t: Translate, format: Format): TableColumn<RequiredPeople> {
  return {
    id: 'interval',
    header: t('table.interval'),
    align: 'start',
    widthPx: 136,
    text: ({ startMs, endMs }) =>
      `${format.shortDay(startMs)}, ${format.timeRange(startMs, endMs)}`,
    value: ({ startMs }) => format.dateTime(startMs),
  }
}

/** With one decimal: at night an interval brings less than one contact. */
function contactsColumn(t: Translate, format: Format): TableColumn<RequiredPeople> {
  return {
    id: 'contacts',
    header: t('requirement.contacts'),
    align: 'end',
    widthPx: 92,
    text: ({ contacts }) => format.number(contacts, 1),
    value: ({ contacts }) => contacts,
  }
}

function people(
  id: 'agents' | 'rostered',
  header: string,
  format: Format,
): TableColumn<RequiredPeople> {
  return {
    id,
    header,
    align: 'end',
    widthPx: 80,
    text: (point) => format.number(point[id]),
    value: (point) => point[id],
  }
}

interface Measure {
  readonly unit: string
  readonly digits?: number
  readonly of: (point: RequirementPoint) => number | null
}

function measured(
  id: string,
  header: string,
  format: Format,
  { unit, digits, of }: Measure,
): Column {
  return {
    id,
    header,
    unit,
    align: 'end',
    widthPx: 84,
    text: (point) => {
      const found = of(point)
      return found === null ? '' : format.number(found, digits)
    },
    value: of,
  }
}

/** The wait is short because of whole people, or because somebody could be spared. */
function bandColumn(t: Translate): Column {
  const text = ({ band }: RequirementPoint): string =>
    band === null ? '' : t(`requirement.band.${band}`)
  return {
    id: 'band',
    header: t('requirement.band'),
    align: 'start',
    widthPx: 150,
    text,
    value: text,
    tone: ({ band }) => {
      if (band === 'above_band') return 'under'
      return band === 'below_band_avoidable' ? 'over' : undefined
    },
  }
}

/** Read as per cent; copied as per cent too, so that a spreadsheet shows what was seen. */
function share(
  id: 'serviceLevel' | 'occupancy' | 'abandonShare' | 'asaChance',
  header: string,
  format: Format,
): Column {
  return {
    id,
    header,
    unit: '%',
    align: 'end',
    widthPx: 82,
    text: ({ [id]: ratio }) => (ratio === null ? '' : format.number(ratio * 100, 1)),
    value: ({ [id]: ratio }) => (ratio === null ? null : Math.round(ratio * 1000) / 10),
  }
}
