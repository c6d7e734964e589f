import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { Catalogue } from '../../features/competences/catalogue.tsx'
import { Functions } from '../../features/competences/functions.tsx'
import { Profiles } from '../../features/competences/profiles.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { HrSections } from './hr-sections.tsx'

/** Is every function of п. 17 in competent hands? With the profiles and the catalogue behind it. */
export function CataloguePage(): ReactElement {
  const t = useTranslate()
  const me = api.useQuery('get', '/api/v1/me').data
  const canManage = me?.abilities.managePeople === true
  const { data, error } = api.useQuery('get', '/api/v1/position-profiles')
  const uncovered = data?.functions.filter(({ covered }) => !covered).length ?? 0
  const answer =
    data === undefined
      ? null
      : {
          text:
            uncovered === 0
              ? t('functions.covered')
              : t('functions.uncovered', { count: uncovered }),
          tone: uncovered === 0 ? ('covered' as const) : ('law' as const),
        }
  return (
    <>
      <UnsavedGuard />
      <HrSections />
      <PageHeadline question={t('functions.question')} answer={answer} />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data !== undefined && (
        <>
          <Functions functions={data.functions} />
          <Profiles profiles={data.profiles} canManage={canManage} />
        </>
      )}
      <Catalogue canManage={canManage} />
    </>
  )
}
