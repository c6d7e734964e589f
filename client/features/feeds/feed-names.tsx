import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import type { Feed } from './feeds.ts'
import { NameList } from './name-list.tsx'

/** States of our own policy that a feed's word may stand for. */
const STATES = [
  'ready',
  'on_contact',
  'after_contact',
  'ringing',
  'not_responding',
  'paused',
  'rest',
  'meal',
  'break',
  'training',
  'meeting',
  'coaching',
  'back_office',
  'technical',
  'logged_off',
] as const

interface FeedNamesProps {
  readonly feed: Feed
  readonly canAdminister: boolean
}

/** What the feed calls states, queues and people, and what nobody has given a meaning yet. */
export function FeedNames({ feed, canAdminister }: FeedNamesProps): ReactElement {
  const { locale, t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const params = { path: { feedId: feed.id } }
  const unknown = api.useQuery('get', '/api/v1/feeds/{feedId}/unknown-names', { params }).data
  const queues = api.useQuery('get', '/api/v1/queues').data?.queues ?? []
  const change = (body: Pick<Feed, 'stateNames'> | Pick<Feed, 'queueNames'>): void =>
    void send(fetchClient.PATCH('/api/v1/feeds/{feedId}', { params, body }))
  const stateText = (state: string): string => {
    const key = `today.state.${state}`
    return isMessageKey(key) ? t(key) : state
  }
  const shared = { canChange: canAdminister && !isBusy }
  return (
    <>
      <NameList
        {...shared}
        title={t('feeds.names.states')}
        names={feed.stateNames}
        unknown={unknown?.states ?? []}
        options={STATES.map((state) => ({ value: state, label: stateText(state) }))}
        onChange={(stateNames) => change({ stateNames })}
      />
      <NameList
        {...shared}
        title={t('feeds.names.queues')}
        names={feed.queueNames}
        unknown={unknown?.queues ?? []}
        options={queues.map(({ code, name }) => ({ value: code, label: name[locale] }))}
        onChange={(queueNames) => change({ queueNames })}
      />
      <PeopleNames feed={feed} unknown={unknown?.agents ?? []} canChange={canAdminister} />
      {problem !== null && <FailedState problem={problem} />}
    </>
  )
}

function PeopleNames(props: {
  readonly feed: Feed
  readonly unknown: readonly { readonly name: string; readonly count: number }[]
  readonly canChange: boolean
}): ReactElement {
  const { feed, unknown, canChange } = props
  const { t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const params = { path: { feedId: feed.id } }
  const query = { enabled: canChange }
  const agents =
    api.useQuery('get', '/api/v1/feeds/{feedId}/agents', { params }, query).data?.agents ?? []
  const people = api.useQuery('get', '/api/v1/operators', {}, query).data?.operators ?? []
  const replace = (names: Readonly<Record<string, string>>): void => {
    const body = {
      agents: Object.entries(names).map(([agent, operatorId]) => ({ agent, operatorId })),
    }
    void send(fetchClient.PUT('/api/v1/feeds/{feedId}/agents', { params, body }))
  }
  return (
    <>
      <NameList
        title={t('feeds.names.people')}
        names={Object.fromEntries(agents.map(({ agent, operatorId }) => [agent, operatorId]))}
        unknown={unknown}
        options={people.map(({ id, fullName, personnelNumber }) => ({
          value: id,
          label: `${fullName}, ${personnelNumber}`,
        }))}
        canChange={canChange && !isBusy}
        onChange={replace}
      />
      {problem !== null && <FailedState problem={problem} />}
    </>
  )
}
