import { Button, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { PlanningWeek } from '../../lib/planning-week.ts'

import styles from './week-choice.module.css'

interface WeekChoiceProps {
  /** In order; only weeks that have something to show. */
  readonly weeks: readonly PlanningWeek[]
  readonly week: PlanningWeek | null
  /** Gets the date of the week's Monday. */
  readonly onChange: (date: string) => void
}

/** Which week the page shows: the one before, the one after, or any of the list. */
export function WeekChoice({ weeks, week, onChange }: WeekChoiceProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const at = weeks.findIndex(({ date }) => date === week?.date)
  const step = (by: -1 | 1, label: string, Icon: typeof IconChevronLeft): ReactElement => {
    const target = at === -1 ? undefined : weeks[at + by]
    return (
      <Button
        variant="default"
        px={6}
        aria-label={label}
        disabled={target === undefined}
        onClick={() => {
          if (target !== undefined) onChange(target.date)
        }}
      >
        <Icon size={16} aria-hidden />
      </Button>
    )
  }
  return (
    <div className={styles['choice']}>
      {step(-1, t('week.previous'), IconChevronLeft)}
      <NativeSelect
        aria-label={t('week.choose')}
        data={[
          ...(week === null ? [{ value: '', label: t('week.choose') }] : []),
          ...weeks.map(({ date, startMs, endMs }) => ({
            value: date,
            label: `${format.date(startMs)} – ${format.fullDate(endMs - 1)}`,
          })),
        ]}
        value={week?.date ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {step(1, t('week.next'), IconChevronRight)}
    </div>
  )
}
