import type { ReactElement } from 'react'

import { IntervalTable, type TableColumn } from '../../components/interval-table/interval-table.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import {
  type HeadCountPlan,
  type HeadCountRow,
  skillKey,
  type SkillSum,
  skillSums,
} from './head-count-rows.ts'

interface MonthTableProps {
  readonly rows: readonly HeadCountRow[]
  /** True when the rows are of one competence. */
  readonly isSkill: boolean
  readonly monthName: (month: string) => string
}

/** The months, a row each. */
export function MonthTable({ rows, isSkill, monthName }: MonthTableProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const number = (
    id: 'contacts' | 'hoursPerPerson' | 'needed' | 'without' | 'with' | 'short' | 'begin',
    digits: number,
  ): TableColumn<HeadCountRow> => ({
    id,
    header: t(`headCount.column.${id === 'begin' && isSkill ? 'train' : id}`),
    align: 'end',
    widthPx: 120,
    text: (row) => format.number(row[id], digits),
    value: (row) => Number(row[id].toFixed(digits)),
    tone: (row) => (id === 'short' && row.short > 0 ? 'under' : undefined),
  })
  return (
    <IntervalTable
      label={t('headCount.months')}
      rows={rows}
      rowKey={({ month }) => month}
      columns={[
        {
          id: 'month',
          header: t('headCount.column.month'),
          align: 'start',
          widthPx: 150,
          text: ({ month }) => monthName(month),
          value: ({ month }) => month,
        },
        number('contacts', 0),
        number('hoursPerPerson', 0),
        number('needed', 1),
        number('without', 1),
        number('with', 1),
        number('short', 0),
        number('begin', 0),
      ]}
    />
  )
}

interface SkillTableProps {
  readonly plan: HeadCountPlan
  readonly nameOf: (code: string) => string
  readonly monthName: (month: string) => string
  readonly onOpen: (skill: string) => void
}

/** Every competence that a queue asks for; a row opens its months. */
export function SkillTable({ plan, nameOf, monthName, onOpen }: SkillTableProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const number = (
    id: string,
    header: string,
    pick: (sum: SkillSum) => number,
    digits: number,
  ): TableColumn<SkillSum> => ({
    id,
    header,
    align: 'end',
    widthPx: 150,
    text: (sum) => format.number(pick(sum), digits),
    value: (sum) => Number(pick(sum).toFixed(digits)),
  })
  return (
    <IntervalTable
      label={t('headCount.skills')}
      rows={skillSums(plan)}
      rowKey={({ skill }) => skillKey(skill)}
      onOpen={({ skill }) => onOpen(skillKey(skill))}
      columns={[
        {
          id: 'skill',
          header: t('headCount.column.skill'),
          align: 'start',
          widthPx: 320,
          text: ({ skill }) =>
            t('headCount.skill', { name: nameOf(skill.code), level: skill.level }),
          value: ({ skill }) => skillKey(skill),
        },
        number('today', t('headCount.column.today'), ({ skill }) => skill.today, 1),
        number('most', t('headCount.column.most'), ({ mostNeeded }) => mostNeeded, 1),
        number('train', t('headCount.column.trainAll'), ({ train }) => train, 0),
        {
          id: 'short',
          header: t('headCount.column.firstShort'),
          align: 'start',
          widthPx: 170,
          text: ({ firstShort }) => (firstShort === null ? '—' : monthName(firstShort)),
          value: ({ firstShort }) => firstShort,
          tone: ({ firstShort }) => (firstShort === null ? undefined : 'under'),
        },
      ]}
    />
  )
}
