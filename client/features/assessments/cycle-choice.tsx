import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import type { Plan } from './due-list.tsx'

const CYCLES = ['twelve_months', 'calendar_year'] as const

/** How the centre reads «annually» of п. 21. */
export function CycleChoice({ cycle }: Pick<Plan, 'cycle'>): ReactElement {
  const t = useTranslate()
  const { problem, send } = useSending()
  const choose = (next: Plan['cycle']): void =>
    void send(fetchClient.PUT('/api/v1/assessment-plan/cycle', { body: { cycle: next } }))
  return (
    <>
      <NativeSelect
        label={t('assess.cycle')}
        description={t('assess.cycle.hint')}
        value={cycle}
        data={CYCLES.map((value) => ({ value, label: t(`assess.cycle.${value}`) }))}
        onChange={({ currentTarget }) =>
          choose(CYCLES.find((one) => one === currentTarget.value) ?? 'twelve_months')
        }
        style={{ maxWidth: 420 }}
      />
      {problem !== null && <FailedState problem={problem} />}
    </>
  )
}
