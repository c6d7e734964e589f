import { Button, NativeSelect } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import { ProfileForm } from './profile-form.tsx'

import styles from './competences.module.css'

type Profile = components['schemas']['PositionProfile']

interface ProfilesProps {
  readonly profiles: readonly Profile[]
  readonly canManage: boolean
}

/** What each position asks for (п. 16), who holds it, and whether they have read it. */
export function Profiles({ profiles, canManage }: ProfilesProps): ReactElement {
  const { t } = useLocale()
  const [editing, setEditing] = useState<string | null>(null)
  const edited = profiles.find(({ code }) => code === editing)
  return (
    <section className={styles['section']} aria-label={t('profiles.title')}>
      <h2 className={styles['title']}>{t('profiles.title')}</h2>
      {profiles.length === 0 && <p className={styles['note']}>{t('profiles.none')}</p>}
      <ul className={styles['list']}>
        {profiles.map((one) => (
          <ProfileLine
            key={one.code}
            profile={one}
            canManage={canManage}
            onEdit={() => setEditing(one.code)}
          />
        ))}
      </ul>
      {canManage && editing === null && (
        <Button variant="default" onClick={() => setEditing('')}>
          {t('profiles.add')}
        </Button>
      )}
      {editing !== null && (
        <ProfileForm key={editing} before={edited} onDone={() => setEditing(null)} />
      )}
    </section>
  )
}

interface ProfileLineProps {
  readonly profile: Profile
  readonly canManage: boolean
  readonly onEdit: () => void
}

function ProfileLine({ profile, canManage, onEdit }: ProfileLineProps): ReactElement {
  const { locale, t } = useLocale()
  return (
    <li>
      <div className={styles['head']}>
        <b>{profile.name[locale]}</b>
        {canManage && (
          <Button variant="subtle" onClick={onEdit}>
            {t('profiles.change')}
          </Button>
        )}
      </div>
      {profile.duties !== '' && <p className={styles['note']}>{profile.duties}</p>}
      <p className={styles['note']}>
        {profile.function !== null && `${t(`functions.${profile.function}`)}. `}
        {profile.competences.map(({ code, minLevel }) => `${code} ≥ ${minLevel}`).join(', ')}
      </p>
      {profile.holders.map((holder) => (
        <HolderLine
          key={holder.operatorId}
          profile={profile}
          holder={holder}
          canManage={canManage}
        />
      ))}
      {canManage && <HolderChoice profile={profile} />}
    </li>
  )
}

interface HolderLineProps {
  readonly profile: Profile
  readonly holder: Profile['holders'][number]
  readonly canManage: boolean
}

function HolderLine({ profile, holder, canManage }: HolderLineProps): ReactElement {
  const { t } = useLocale()
  const date = useDateText()
  const { problem, isBusy, send } = useSending()
  const params = { path: { code: profile.code, operatorId: holder.operatorId } }
  const hasRead = holder.readVersion === profile.version
  const path = '/api/v1/position-profiles/{code}/holders/{operatorId}'
  const confirm = (): void => void send(fetchClient.POST(`${path}/reading`, { params }))
  const take = (): void => void send(fetchClient.DELETE(path, { params }))
  return (
    <div className={styles['head']}>
      <span>
        {holder.fullName}, {t('people.since', { date: date(holder.since) })};{' '}
        {hasRead && holder.readAt !== null
          ? t('profiles.read', { date: date(holder.readAt.slice(0, 10)) })
          : t('profiles.unread')}
        {holder.gaps.length > 0 && (
          <span className={styles['uncovered']}>
            {' '}
            {t('profiles.lacks', { codes: holder.gaps.map(({ code }) => code).join(', ') })}
          </span>
        )}
      </span>
      {canManage && (
        <span>
          {!hasRead && (
            <Button variant="subtle" loading={isBusy} onClick={confirm}>
              {t('profiles.confirmRead')}
            </Button>
          )}
          <Button variant="subtle" loading={isBusy} onClick={take}>
            {t('profiles.take')}
          </Button>
        </span>
      )}
      {problem !== null && <FailedState problem={problem} />}
    </div>
  )
}

function HolderChoice({ profile }: { readonly profile: Profile }): ReactElement {
  const { t } = useLocale()
  const today = useToday()
  const { problem, send } = useSending()
  const people = api.useQuery('get', '/api/v1/operators').data?.operators ?? []
  const held = new Set(profile.holders.map(({ operatorId }) => operatorId))
  const give = (operatorId: string): void =>
    void send(
      fetchClient.PUT('/api/v1/position-profiles/{code}/holders/{operatorId}', {
        params: { path: { code: profile.code, operatorId } },
        body: { since: today },
      }),
    )
  return (
    <>
      <NativeSelect
        aria-label={t('profiles.give')}
        value=""
        data={[
          { value: '', label: t('profiles.give') },
          ...people
            .filter(({ id }) => !held.has(id))
            .map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') give(currentTarget.value)
        }}
        style={{ maxWidth: 320 }}
      />
      {problem !== null && <FailedState problem={problem} />}
    </>
  )
}
