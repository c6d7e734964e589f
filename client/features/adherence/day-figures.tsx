import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './person-day.module.css'

/** The percentages with their seconds beside them, and how they came about. */
export function DayFigures({
  day,
}: {
  readonly day: components['schemas']['PersonDay']
}): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { totals } = day
  const percent = (ratio: number | null): string => (ratio === null ? '–' : format.percent(ratio))
  const formula = t('today.figure.formula', {
    formula: t(`today.formula.${day.formula}`),
    version: day.policyVersion,
  })
  return (
    <dl className={styles['figures']}>
      <Figure label={t('today.figure.adherence')} hint={formula} value={percent(day.adherence)} />
      <Figure
        label={t('today.figure.conformance')}
        hint={t('today.figure.conformance.hint')}
        value={percent(day.conformance)}
      />
      <Figure label={t('today.verdict.in')} value={format.duration(totals.inSeconds)} />
      <Figure
        label={t('today.verdict.out')}
        value={`${format.duration(totals.outSeconds)} × ${format.number(totals.deviations)}`}
      />
      <Figure label={t('today.verdict.neutral')} value={format.duration(totals.neutralSeconds)} />
      <Figure label={t('today.verdict.unknown')} value={format.duration(totals.unknownSeconds)} />
    </dl>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly hint?: string
}

function Figure({ label, value, hint }: FigureProps): ReactElement {
  const figure = (
    <div className={styles['figure']}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
  if (hint === undefined) return figure
  return (
    <Tooltip label={hint} multiline>
      {figure}
    </Tooltip>
  )
}
