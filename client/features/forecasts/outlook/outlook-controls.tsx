import { NativeSelect, NumberInput, SegmentedControl } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { useLocale } from '../../../lib/i18n/locale-context.tsx'
import type { OutlookScenario } from './use-outlook.ts'

import styles from './outlook-section.module.css'

interface OutlookControlsProps {
  readonly scenario: OutlookScenario
  /** Months ahead, in which a change may begin. */
  readonly months: readonly string[]
  readonly monthName: (month: string) => string
  readonly onChange: (part: Partial<OutlookScenario>) => void
}

const GROWTH = { min: -50, max: 100 }
const STEP = { min: -90, max: 500 }

/** What is supposed of the years to come: all of it can be left empty. */
export function OutlookControls(props: OutlookControlsProps): ReactElement {
  const { scenario, months, monthName, onChange } = props
  const { t } = useLocale()
  return (
    <div className={styles['controls']}>
      <SegmentedControl
        aria-label={t('outlook.months')}
        value={String(scenario.months)}
        onChange={(value) => onChange({ months: value === '12' ? 12 : 24 })}
        data={['12', '24'].map((count) => ({
          value: count,
          label: t('outlook.months.option', { count }),
        }))}
      />
      <PercentInput
        label={t('outlook.growth')}
        placeholder={t('outlook.growth.hint')}
        {...GROWTH}
        onChange={(growthPercent) => onChange({ growthPercent })}
      />
      <NativeSelect
        label={t('outlook.step.month')}
        value={scenario.stepMonth ?? ''}
        data={[
          { value: '', label: t('outlook.step.month.none') },
          ...months.map((month) => ({ value: month, label: monthName(month) })),
        ]}
        onChange={(event) => {
          const month = event.currentTarget.value
          onChange({ stepMonth: month === '' ? null : month })
        }}
      />
      {scenario.stepMonth !== null && (
        <PercentInput
          label={t('outlook.step.percent')}
          {...STEP}
          onChange={(stepPercent) => onChange({ stepPercent })}
        />
      )}
    </div>
  )
}

interface PercentInputProps {
  readonly label: string
  readonly placeholder?: string
  readonly min: number
  readonly max: number
  /** Null for an empty field. */
  readonly onChange: (percent: number | null) => void
}

function PercentInput(props: PercentInputProps): ReactElement {
  const { label, placeholder, min, max, onChange } = props
  const { locale } = useLocale()
  const [text, setText] = useState<string | number>('')
  return (
    <NumberInput
      label={label}
      placeholder={placeholder ?? ''}
      value={text}
      min={min}
      max={max}
      clampBehavior="strict"
      decimalScale={1}
      decimalSeparator={locale === 'en' ? '.' : ','}
      onChange={(value) => {
        setText(value)
        // A lone minus is the beginning of a number.
        const percent = value === '' || value === '-' ? null : Number(value)
        onChange(percent === null || Number.isNaN(percent) ? null : percent)
      }}
    />
  )
}
