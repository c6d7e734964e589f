import { NumberInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { type Range, readQuantity, shownQuantity, type Unit } from './quantity.ts'
import { Source } from './source.tsx'
import { useFieldDraft } from './use-field-draft.ts'

interface NumberSettingProps {
  readonly label: string
  readonly description: string
  /** Where the promise comes from, if somebody else set it. */
  readonly source?: string | undefined
  readonly value: number | null
  readonly unit: Unit
  readonly range: Range
  readonly isOptional?: boolean
  readonly isReadOnly: boolean
  readonly onSave: (value: number | null) => Promise<ProblemView | null>
}

/** A number with its unit and its range. */
export function NumberSetting(props: NumberSettingProps): ReactElement {
  const { value, unit, range, isOptional = false, isReadOnly, onSave } = props
  const { locale, t } = useLocale()
  const format = useFormat()
  const end = (value: number): string => {
    const shown = Number(shownQuantity(value, unit))
    return format.number(shown, Number.isInteger(shown) ? 0 : 1)
  }
  const ends = { min: end(range.min), max: end(range.max) }
  const field = useFieldDraft<string | number, number | null>({
    read: (typed) => {
      const read = readQuantity(typed, { unit, range, isOptional })
      return read.kind === 'ready'
        ? read
        : { kind: 'refused', fault: t(`settings.fault.${read.kind}`, ends) }
    },
    isSame: (next) => next === value,
    onSave,
  })
  return (
    <NumberInput
      label={unit === 'count' ? props.label : `${props.label}, ${t(`settings.unit.${unit}`)}`}
      description={
        <>
          {props.description} {t('settings.range', ends)}
          {props.source !== undefined && <Source text={props.source} />}
        </>
      }
      value={field.draft ?? shownQuantity(value, unit)}
      placeholder={isOptional ? t('settings.none') : ''}
      onChange={field.setDraft}
      onBlur={field.onBlur}
      onKeyDown={field.onKeyDown}
      error={field.fault}
      readOnly={isReadOnly}
      decimalSeparator={locale === 'en' ? '.' : ','}
      allowNegative={false}
      hideControls
    />
  )
}
