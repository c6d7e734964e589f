import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'

export type Plan = components['schemas']['AssessmentPlan']
export type DuePerson = Plan['people'][number]

interface DueListProps {
  readonly people: readonly DuePerson[]
  readonly onOpen: (person: DuePerson) => void
}

/** Who has to be assessed and by when, the most urgent first; a row begins the assessment. */
export function DueList({ people, onOpen }: DueListProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  const column = (
    id: string,
    header: string,
    widthPx: number,
    text: (row: DuePerson) => string,
  ) => ({ id, header, widthPx, text, value: text, align: 'start' as const })
  return (
    <IntervalTable
      label={t('assess.due.list')}
      rows={people}
      rowKey={({ operatorId }) => operatorId}
      maxHeightPx={420}
      onOpen={onOpen}
      columns={[
        column('name', t('people.fullName'), 220, (row) => row.fullName),
        column('number', t('people.number'), 100, (row) => row.personnelNumber),
        column('last', t('assess.due.last'), 150, (row) => date(row.lastOn)),
        column('due', t('assess.due.on'), 150, (row) => date(row.dueOn)),
        {
          ...column('urgency', t('assess.due.urgency'), 170, (row) =>
            t(`assess.urgency.${row.urgency}`),
          ),
          tone: (row) => (row.urgency === 'overdue' ? 'law' : undefined),
        },
        column('missing', t('assess.due.missing'), 240, (row) =>
          row.missing.length === 0
            ? ''
            : `${format.number(row.missing.length)}: ${row.missing.join(', ')}`,
        ),
      ]}
    />
  )
}
