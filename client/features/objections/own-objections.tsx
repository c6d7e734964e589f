import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import { type Objection, ObjectionWords } from './objection-words.tsx'

import styles from './objections.module.css'

interface OwnObjectionsProps {
  readonly about: readonly Objection['about'][]
}

/** What one objected to, of the kinds that a page shows, and what was answered; nothing where there is none. */
export function OwnObjections({ about }: OwnObjectionsProps): ReactElement | null {
  const t = useTranslate()
  const { problem, isBusy, send } = useSending()
  const all = api.useQuery('get', '/api/v1/my/objections').data?.objections ?? []
  const shown = all.filter((one) => about.includes(one.about))
  if (shown.length === 0) return null
  const withdraw = (objectionId: string): void => {
    const params = { path: { objectionId } }
    void send(fetchClient.POST('/api/v1/my/objections/{objectionId}/withdrawal', { params }))
  }
  return (
    <section aria-label={t('objection.own')}>
      <h2 className={styles['title']}>{t('objection.own')}</h2>
      {problem !== null && <FailedState problem={problem} />}
      <ul className={styles['list']}>
        {shown.map((one) => (
          <li key={one.id}>
            <ObjectionWords objection={one} />
            {one.status === 'open' && (
              <Button
                variant="default"
                size="compact-md"
                disabled={isBusy}
                onClick={() => withdraw(one.id)}
              >
                {t('objection.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
