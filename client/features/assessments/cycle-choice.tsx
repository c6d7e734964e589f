import { NativeSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Plan } from './due-list.tsx'

const CYCLES = ['twelve_months', 'calendar_year'] as const

/** How the centre reads «annually» of п. 21. */
export function CycleChoice({ cycle }: Pick<Plan, 'cycle'>): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const choose = async (next: Plan['cycle']): Promise<void> => {
    await fetchClient.PUT('/api/v1/assessment-plan/cycle', { body: { cycle: next } })
    await queries.invalidateQueries()
  }
  return (
    <NativeSelect
      label={t('assess.cycle')}
      description={t('assess.cycle.hint')}
      value={cycle}
      data={CYCLES.map((value) => ({ value, label: t(`assess.cycle.${value}`) }))}
      onChange={({ currentTarget }) =>
        void choose(CYCLES.find((one) => one === currentTarget.value) ?? 'twelve_months')
      }
      style={{ maxWidth: 420 }}
    />
  )
}
