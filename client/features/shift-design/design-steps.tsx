import type { ReactElement } from 'react'

import { IntervalTable, type TableColumn } from '../../components/interval-table/interval-table.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { DesignChart } from './design-chart.tsx'
import { kindName } from './kind-words.ts'
import type { ShiftDesign } from './use-shift-design.ts'

import styles from './shift-design.module.css'

interface StepRow {
  readonly kinds: number
  readonly added: string
  readonly cost: number
  /** Beside the row before; null in the first. */
  readonly saved: number | null
}

/** What the week costs with each number of kinds: a picture, and the same in figures. */
export function DesignSteps({ design }: { readonly design: ShiftDesign }): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  if (design.steps.length === 0) return null
  const rows = stepRows(design.steps)
  const columns: readonly TableColumn<StepRow>[] = [
    {
      id: 'kinds',
      header: t('shiftDesign.column.kinds'),
      align: 'end',
      widthPx: 70,
      text: ({ kinds }) => format.number(kinds),
      value: ({ kinds }) => kinds,
    },
    {
      id: 'added',
      header: t('shiftDesign.column.added'),
      align: 'start',
      widthPx: 110,
      text: ({ added }) => added,
      value: ({ added }) => added,
    },
    {
      id: 'cost',
      header: t('shiftDesign.column.cost'),
      align: 'end',
      widthPx: 110,
      text: ({ cost }) => format.number(cost, 0),
      value: ({ cost }) => cost,
    },
    {
      id: 'saved',
      header: t('shiftDesign.column.saved'),
      align: 'end',
      widthPx: 110,
      text: ({ saved }) => (saved === null ? '—' : format.number(saved, 1)),
      value: ({ saved }) => saved,
    },
  ]
  return (
    <section className={styles['section']} aria-label={t('shiftDesign.steps')}>
      <h2 className={styles['title']}>{t('shiftDesign.steps')}</h2>
      <div className={styles['steps']}>
        <DesignChart design={design} />
        <IntervalTable
          label={t('shiftDesign.steps')}
          columns={columns}
          rows={rows}
          rowKey={({ kinds }) => String(kinds)}
          maxHeightPx={260}
        />
      </div>
      {design.kinds.length < rows.length && (
        <p className={styles['how']}>
          {t('shiftDesign.steps.fewer', { added: rows.length, kept: design.kinds.length })}
        </p>
      )}
    </section>
  )
}

/** Each number of kinds with what the last of them saved. */
export function stepRows(steps: ShiftDesign['steps']): StepRow[] {
  return steps.map((step, at) => {
    const before = steps[at - 1]
    return {
      kinds: step.kinds,
      added: kindName(step),
      cost: step.cost,
      saved: before === undefined ? null : before.cost - step.cost,
    }
  })
}
