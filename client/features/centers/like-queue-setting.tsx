import { NativeSelect } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { api } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { fieldProblem } from './field-problem.ts'
import type { Queue } from './use-settings.ts'

interface LikeQueueSettingProps {
  readonly queue: Queue
  readonly isReadOnly: boolean
  readonly onSave: (likeQueueId: Queue['likeQueueId']) => Promise<ProblemView | null>
}

/** Whose shape a young queue borrows. */
export function LikeQueueSetting(props: LikeQueueSettingProps): ReactElement {
  const { queue, isReadOnly, onSave } = props
  const { locale, t } = useLocale()
  const [fault, setFault] = useState<string | null>(null)
  const known = api.useQuery('get', '/api/v1/queues').data?.queues ?? []
  const save = async (id: string): Promise<void> => {
    const problem = await onSave(id === '' ? null : id)
    setFault(problem === null ? null : fieldProblem(problem, t))
  }
  return (
    <NativeSelect
      label={t('settings.likeQueue')}
      description={t('settings.likeQueue.hint')}
      value={queue.likeQueueId ?? ''}
      data={[
        { value: '', label: t('settings.likeQueue.none') },
        ...known
          .filter(({ id }) => id !== queue.id)
          .map(({ id, name }) => ({ value: id, label: name[locale] })),
      ]}
      disabled={isReadOnly}
      error={fault}
      onChange={({ currentTarget }) => void save(currentTarget.value)}
    />
  )
}
