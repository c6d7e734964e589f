import { TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { useLocale } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { readSpeeds, speedsText } from './chat-speeds.ts'
import { useFieldDraft } from './use-field-draft.ts'

interface ChatSpeedsSettingProps {
  readonly speeds: readonly number[] | null
  readonly isReadOnly: boolean
  readonly onSave: (speeds: number[] | null) => Promise<ProblemView | null>
}

/** How fast somebody works who writes to several clients at once; the usual speeds when it is empty. */
export function ChatSpeedsSetting(props: ChatSpeedsSettingProps): ReactElement {
  const { speeds, isReadOnly, onSave } = props
  const { locale, t } = useLocale()
  const sign = locale === 'en' ? '.' : ','
  const shown = speedsText(speeds, sign)
  const field = useFieldDraft<string, number[] | null>({
    read: (typed) => {
      const read = readSpeeds(typed)
      return read.kind === 'ready'
        ? read
        : { kind: 'refused', fault: t('settings.fault.chatSpeeds') }
    },
    isSame: (next) => speedsText(next, sign) === shown,
    onSave,
  })
  return (
    <TextInput
      label={t('settings.chatSpeeds')}
      description={t('settings.queue.chatSpeeds.hint')}
      placeholder={t('settings.chatSpeeds.usual')}
      value={field.draft ?? shown}
      onChange={(event) => field.setDraft(event.currentTarget.value)}
      onBlur={field.onBlur}
      onKeyDown={field.onKeyDown}
      error={field.fault}
      readOnly={isReadOnly}
    />
  )
}
