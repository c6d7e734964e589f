import { notifications } from '@mantine/notifications'
import { createElement } from 'react'

import { StaleNote } from '../../components/stale-note.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { problemText } from '../../lib/problem.ts'
import { type Queue, useSettingsRefresh } from './use-settings.ts'

/** Takes a queue out of what is planned, and offers to bring it back. */
export function useArchive(queue: Queue): () => void {
  const { locale, t } = useLocale()
  const refresh = useSettingsRefresh()
  const set = async (archived: boolean): Promise<boolean> => {
    const params = { path: { queueId: queue.id } }
    const { error } = await fetchClient.PATCH('/api/v1/queues/{queueId}', {
      params,
      body: { archived },
    })
    refresh()
    if (error !== undefined) {
      const { text, nextStep } = problemText(error, t)
      notifications.show({
        closeButtonProps: { 'aria-label': t('action.close') },
        message: `${text}. ${nextStep}`,
      })
    }
    return error === undefined
  }
  return () => {
    void set(true).then((isDone) => {
      if (!isDone) return
      showUndo(t, {
        message: t('settings.queue.archived', { name: queue.name[locale] }),
        note: createElement(StaleNote),
        onUndo: () => void set(false),
      })
    })
  }
}
