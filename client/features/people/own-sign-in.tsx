import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'

import styles from './people.module.css'

interface OwnSignInProps {
  readonly card: components['schemas']['OperatorCard']
}

/** With which sign-in somebody sees their own pages and signs their own assessments. */
export function OwnSignIn({ card }: OwnSignInProps): ReactElement {
  const t = useTranslate()
  const { problem, isBusy, send } = useSending()
  const params = { path: { operatorId: card.person.id } }
  const { data } = api.useQuery('get', '/api/v1/operators/{operatorId}/sign-ins', { params })
  const choose = (userId: string): void => {
    const body = { userId: userId === '' ? null : userId }
    void send(fetchClient.PATCH('/api/v1/operators/{operatorId}', { params, body }))
  }
  return (
    <section className={styles['section']} aria-label={t('people.signIn')}>
      <h2 className={styles['title']}>{t('people.signIn')}</h2>
      <p className={styles['note']}>{t('people.signIn.hint')}</p>
      <NativeSelect
        aria-label={t('people.signIn')}
        value={card.userId ?? ''}
        disabled={isBusy || data === undefined}
        data={[
          { value: '', label: t('people.signIn.none') },
          ...(data?.signIns ?? []).map(({ userId, name, email }) => ({
            value: userId,
            label: `${name}, ${email}`,
          })),
        ]}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {problem !== null && <FailedState problem={problem} />}
    </section>
  )
}
