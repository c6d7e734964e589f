import type { TableColumn } from '../../../components/interval-table/interval-table.tsx'
import type { Format } from '../../../lib/i18n/format.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'
import type { WhyStep } from './why-steps.ts'

interface Shown {
  readonly t: Translate
  readonly format: Format
  readonly labelOf: (step: WhyStep) => string
  /** Number of the version before; undefined without one. */
  readonly before: number | undefined
}

/** The waterfall as a table, with what has moved since the version before. */
export function whyColumns({ t, format, labelOf, before }: Shown): TableColumn<WhyStep>[] {
  const effect = ({ factor }: WhyStep): number | null =>
    factor === null ? null : (factor - 1) * 100
  const moved: TableColumn<WhyStep>[] =
    before === undefined
      ? []
      : [
          {
            id: 'moved',
            header: t('forecast.why.moved', { version: before }),
            align: 'end',
            widthPx: 110,
            text: (step) => (step.moved === null ? '' : format.signed(step.moved)),
            value: (step) => step.moved,
          },
        ]
  return [
    {
      id: 'part',
      header: t('forecast.why.part'),
      align: 'start',
      widthPx: 186,
      text: labelOf,
      value: labelOf,
    },
    {
      id: 'factor',
      header: t('forecast.why.factor'),
      unit: '%',
      align: 'end',
      widthPx: 72,
      text: (step) => {
        const percent = effect(step)
        return percent === null ? '' : format.signed(percent, 1)
      },
      value: effect,
    },
    {
      id: 'contacts',
      header: t('forecast.why.contacts'),
      align: 'end',
      widthPx: 108,
      text: ({ kind, contacts }) =>
        kind === 'whole' ? format.number(contacts) : format.signed(contacts),
      value: ({ contacts }) => contacts,
      tone: ({ kind }) => (kind === 'whole' ? 'forecast' : undefined),
    },
    ...moved,
  ]
}
