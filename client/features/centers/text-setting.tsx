import { Textarea } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useFieldDraft } from './use-field-draft.ts'

interface TextSettingProps {
  readonly label: string
  readonly value: string
  /** Language of the text, for spelling and for a screen reader. */
  readonly lang?: string
  readonly isReadOnly: boolean
  readonly onSave: (value: string) => Promise<ProblemView | null>
}

/** A text that may not be empty. It wraps: no name is cut. */
export function TextSetting(props: TextSettingProps): ReactElement {
  const { label, value, lang, isReadOnly, onSave } = props
  const t = useTranslate()
  const field = useFieldDraft<string, string>({
    read: (typed) =>
      typed.trim() === ''
        ? { kind: 'refused', fault: t('settings.fault.missing') }
        : { kind: 'ready', value: typed.trim() },
    isSame: (next) => next === value,
    onSave,
  })
  return (
    <Textarea
      label={label}
      lang={lang}
      value={field.draft ?? value}
      onChange={(event) => field.setDraft(event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' '))}
      onBlur={field.onBlur}
      onKeyDown={field.onKeyDown}
      error={field.fault}
      readOnly={isReadOnly}
      autosize
      minRows={1}
    />
  )
}
