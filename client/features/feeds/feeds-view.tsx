import type { ReactElement } from 'react'

import { EmptyState } from '../../components/states/page-state.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { FeedSection } from './feed-section.tsx'
import type { Feed } from './feeds.ts'
import { NewFeed } from './new-feed.tsx'

/** Every source of states and contacts: whether it speaks, what it said, and what nobody understood. */
export function FeedsView({ feeds }: { readonly feeds: readonly Feed[] }): ReactElement {
  const t = useTranslate()
  const canAdminister = api.useQuery('get', '/api/v1/me').data?.abilities.administer === true
  return (
    <>
      {feeds.length === 0 && (
        <EmptyState
          title={t('feeds.empty')}
          nextStep={t(canAdminister ? 'feeds.empty.add' : 'feeds.empty.ask')}
        />
      )}
      {feeds.map((feed) => (
        <FeedSection key={feed.id} feed={feed} canAdminister={canAdminister} />
      ))}
      {canAdminister && <NewFeed />}
    </>
  )
}
