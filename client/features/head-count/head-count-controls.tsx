import { NativeSelect, NumberInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type HeadCountPlan, skillKey } from './head-count-rows.ts'
import {
  type Assumption,
  ASSUMPTIONS,
  type HeadCountSearch,
  LIMITS,
  readHeadCountSearch,
} from './head-count-search.ts'

import styles from './head-count.module.css'

interface HeadCountControlsProps {
  readonly search: HeadCountSearch
  readonly plan: HeadCountPlan | undefined
  readonly nameOf: (code: string) => string
  readonly onChange: (search: HeadCountSearch) => void
}

/** A question costs the server a second: it is asked when the reader has stopped typing. */
const WAIT_MS = 500

/** What is supposed, and of which competence the months are shown. */
export function HeadCountControls(props: HeadCountControlsProps): ReactElement {
  const { search, plan, nameOf, onChange } = props
  const t = useTranslate()
  const format = useFormat()
  const change = useDebouncedCallback(
    (key: Assumption, value: number | string) =>
      onChange(readHeadCountSearch({ ...search, [key]: value })),
    WAIT_MS,
  )
  const learned: Readonly<Record<Assumption, string>> = {
    growthPercent: t('headCount.asLearned'),
    attritionPercent: plan === undefined ? '' : format.number(plan.assumptions.attritionLearned, 1),
    hiringMonths: String(plan?.assumptions.hiringMonths ?? ''),
    trainingMonths: String(plan?.assumptions.trainingMonths ?? ''),
  }
  return (
    <div className={styles['controls']}>
      {ASSUMPTIONS.map((key) => (
        <NumberInput
          key={key}
          label={t(`headCount.${key}`)}
          placeholder={learned[key]}
          defaultValue={search[key] ?? ''}
          min={LIMITS[key][0]}
          max={LIMITS[key][1]}
          clampBehavior="strict"
          onChange={(value) => change(key, value)}
        />
      ))}
      <NativeSelect
        label={t('headCount.shown')}
        value={search.skill ?? ''}
        data={[
          { value: '', label: t('headCount.everybody') },
          ...(plan?.skills ?? []).map((skill) => ({
            value: skillKey(skill),
            label: t('headCount.skill', { name: nameOf(skill.code), level: skill.level }),
          })),
        ]}
        onChange={({ currentTarget }) =>
          onChange(readHeadCountSearch({ ...search, skill: currentTarget.value }))
        }
      />
    </div>
  )
}
