import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { ShapeView } from './allowed-starts.ts'

interface ShapeSelectProps {
  /** Those that the person's contract allows. */
  readonly shapes: readonly ShapeView[]
  readonly code: string
  readonly disabled?: boolean
  readonly onChange: (code: string) => void
}

/** Which shape of shift, with its length. */
export function ShapeSelect(props: ShapeSelectProps): ReactElement {
  const { shapes, code, disabled = false, onChange } = props
  const t = useTranslate()
  const format = useFormat()
  return (
    <NativeSelect
      label={t('shift.shape')}
      disabled={disabled}
      value={code}
      data={shapes.map((one) => ({
        value: one.code,
        label: t('shift.shapeOption', {
          code: one.code,
          span: format.duration(one.spanMinutes * 60),
        }),
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
