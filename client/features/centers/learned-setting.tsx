import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { LearnedNote } from './learned-note.tsx'
import { shownQuantity, type Unit } from './quantity.ts'
import { type LearnedKey, learnedOf, useLearnedQueue } from './use-learned.ts'
import type { Queue, QueueChange, Save } from './use-settings.ts'

const LEARNED: readonly string[] = ['patienceSeconds', 'redialShare', 'redialSeconds']

/** Whether history may know a setting better. */
export function isLearned(key: string): key is LearnedKey {
  return LEARNED.includes(key)
}

interface LearnedSettingProps {
  readonly queue: Queue
  readonly isReadOnly: boolean
  readonly save: Save<QueueChange>
  readonly field: LearnedKey
  readonly unit: Unit
}

/** What the queue's own history says of a setting. */
export function LearnedSetting(props: LearnedSettingProps): ReactElement | null {
  const { field, unit, queue, isReadOnly, save } = props
  const t = useTranslate()
  const format = useFormat()
  const dateText = useDateText()
  const known = useLearnedQueue(queue)
  const learned = known === undefined ? null : learnedOf(field, known, { t, format, dateText })
  if (learned === null) return null
  const shown = shownQuantity(learned.value, unit)
  return (
    <LearnedNote
      learned={learned}
      value={queue[field]}
      shown={`${format.number(Number(shown), Number.isInteger(shown) ? 0 : 1)} ${t(`settings.unit.${unit === 'percent' ? 'percent' : 'minute'}`)}`}
      isReadOnly={isReadOnly}
      onTakeOver={(value) => void save({ [field]: value }, t(`settings.${field}`))}
    />
  )
}
