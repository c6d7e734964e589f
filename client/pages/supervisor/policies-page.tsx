import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { PoliciesView } from '../../features/adherence/policies-view.tsx'
import { versionInForce } from '../../features/adherence/policy-draft.ts'
import { DaySections } from '../../features/intraday/day-sections.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useNow } from '../../lib/use-now.ts'

const MINUTE_MS = 60_000

/** What counts as being where the schedule says? Versions of it, and a way to make another. */
export function PoliciesPage(): ReactElement {
  const t = useTranslate()
  const nowMs = useNow(MINUTE_MS)
  const { data, error } = api.useQuery('get', '/api/v1/adherence/policies')
  const inForce = data === undefined ? undefined : versionInForce(data.policies, nowMs)
  return (
    <>
      <UnsavedGuard />
      <DaySections />
      <PageHeadline
        question={t('policy.question')}
        answer={
          inForce === undefined
            ? null
            : {
                text: t('policy.answer', {
                  version: inForce.version,
                  formula: t(`today.formula.${inForce.policy.formula}`),
                  seconds: inForce.policy.toleranceSeconds,
                }),
                tone: 'covered',
              }
        }
      />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data !== undefined && <PoliciesView {...data} nowMs={nowMs} />}
    </>
  )
}
