import type { ReactElement } from 'react'

import { type Answer, PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { MyDays } from '../../features/adherence/my-days.tsx'
import { MyRequests } from '../../features/adherence/my-requests.tsx'
import { MyDay } from '../../features/adherence/person-day.tsx'
import { OwnMessages } from '../../features/messages/own-messages.tsx'
import { api } from '../../lib/api.ts'
import {
  addLocalDays,
  fromLocalInput,
  startOfLocalDay,
  toLocalDate,
} from '../../lib/centre-time.ts'
import type { Format } from '../../lib/i18n/format.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { useNow } from '../../lib/use-now.ts'

const MINUTE_MS = 60_000
const DAYS_SHOWN = 28

/** How do I keep to my shifts? The same figures as the supervisor sees, and a way to explain. */
export function OwnAdherencePage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const zone = useTimeZone()
  const nowMs = useNow(MINUTE_MS)
  const today = startOfLocalDay(nowMs, zone)
  const { data, error } = api.useQuery('get', '/api/v1/my/adherence', {
    params: {
      query: {
        from: toLocalDate(addLocalDays(today, 1 - DAYS_SHOWN, zone), zone),
        to: toLocalDate(addLocalDays(today, 1, zone), zone),
      },
    },
  })
  return (
    <>
      <PageHeadline
        question={t('myAdherence.question')}
        answer={data === undefined ? null : answerOf(data.adherence, t, format)}
      />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data !== undefined && (
        <>
          <OwnMessages />
          <MyDay nowMs={nowMs} />
          <MyRequests nowMs={nowMs} />
          <MyDays
            days={data.people[0]?.days ?? []}
            startOf={(date) => fromLocalInput(date, zone) ?? nowMs}
          />
        </>
      )}
    </>
  )
}

function answerOf(adherence: number | null, t: Translate, format: Format): Answer {
  if (adherence === null) return { text: t('myAdherence.answer.unknown'), tone: 'unknown' }
  const text = t('myAdherence.answer', { share: format.percent(adherence), days: DAYS_SHOWN })
  return { text, tone: 'covered' }
}
