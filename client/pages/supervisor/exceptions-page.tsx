import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { exceptionsAnswer } from '../../features/adherence/exceptions-headline.ts'
import { ExceptionsView } from '../../features/adherence/exceptions-view.tsx'
import { ExplainMany } from '../../features/adherence/explain-many.tsx'
import { useExceptions } from '../../features/adherence/use-exceptions.ts'
import { DaySections } from '../../features/intraday/day-sections.tsx'
import { toLocalInput } from '../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { useNow } from '../../lib/use-now.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Whose time waits for an answer? Requests of operators, and explanations for many at once. */
export function ExceptionsPage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const zone = useTimeZone()
  const nowMs = useNow(MINUTE_MS)
  const { canSupervise } = useAbilities()
  const { data, error, refetch } = useExceptions(nowMs)
  return (
    <>
      <DaySections />
      <PageHeadline
        question={t('exceptions.question')}
        answer={data === undefined ? null : exceptionsAnswer(data.exceptions, { t, format })}
      />
      {error !== null && <FailedState problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {canSupervise && (
        <ExplainMany
          start={{
            from: toLocalInput(nowMs - HOUR_MS, zone),
            to: toLocalInput(nowMs, zone),
          }}
        />
      )}
      {data !== undefined && <ExceptionsView exceptions={data.exceptions} />}
    </>
  )
}
