import { NativeSelect } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type ProblemView, problemText } from '../../lib/problem.ts'
import type { Queue } from './use-settings.ts'

type Confidence = Queue['staffingConfidence']
const SHARES = [0.5, 0.75, 0.9] as const

interface ConfidenceSettingProps {
  readonly value: Confidence
  readonly isReadOnly: boolean
  readonly onSave: (value: Confidence) => Promise<ProblemView | null>
}

/** How surely the agents of a queue keep its promises, when the forecast is in doubt. */
export function ConfidenceSetting(props: ConfidenceSettingProps): ReactElement {
  const { value, isReadOnly, onSave } = props
  const t = useTranslate()
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const save = async (next: Confidence): Promise<void> => setProblem(await onSave(next))
  return (
    <NativeSelect
      label={t('settings.staffingConfidence')}
      description={t('settings.queue.staffingConfidence.hint')}
      value={value === null ? '' : String(value)}
      data={[
        { value: '', label: t('settings.confidence.expected') },
        ...SHARES.map((share) => ({
          value: String(share),
          label: t('settings.confidence.share', { percent: share * 100 }),
        })),
      ]}
      disabled={isReadOnly}
      error={problem === null ? null : problemText(problem, t).text}
      onChange={(event) => {
        const typed = event.currentTarget.value
        void save(SHARES.find((share) => String(share) === typed) ?? null)
      }}
    />
  )
}
