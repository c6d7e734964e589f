import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSettingsRefresh } from './use-settings.ts'

import styles from './settings.module.css'

/** Queues that are planned no more, each with its way back. Nothing when there are none. */
export function ArchivedQueues({
  isReadOnly,
}: {
  readonly isReadOnly: boolean
}): ReactElement | null {
  const { locale, t } = useLocale()
  const refresh = useSettingsRefresh()
  const { data } = api.useQuery('get', '/api/v1/queues', { params: { query: { archived: true } } })
  const restore = api.useMutation('patch', '/api/v1/queues/{queueId}', { onSuccess: refresh })
  const archived = data?.queues.filter(({ archivedAt }) => archivedAt !== null) ?? []
  if (archived.length === 0) return null
  return (
    <section className={styles['archive']}>
      <h2 className={styles['title']}>{t('settings.archive')}</h2>
      {restore.error !== null && <FailedState problem={restore.error} />}
      <ul className={styles['needs']}>
        {archived.map((queue) => (
          <li key={queue.id} className={styles['need']}>
            <span>
              {queue.name[locale]} <span className={styles['fact']}>{queue.code}</span>
            </span>
            {!isReadOnly && (
              <Button
                variant="default"
                aria-label={t('settings.archive.restoreNamed', { name: queue.name[locale] })}
                onClick={() =>
                  restore.mutate({
                    params: { path: { queueId: queue.id } },
                    body: { archived: false },
                  })
                }
              >
                {t('settings.archive.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
