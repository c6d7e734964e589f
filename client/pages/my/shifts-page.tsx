import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { OwnMessages } from '../../features/messages/own-messages.tsx'
import { OwnObjections } from '../../features/objections/own-objections.tsx'
import { LeaveForm } from '../../features/own-shifts/leave-form.tsx'
import { OwnRequests } from '../../features/own-shifts/own-requests.tsx'
import {
  ownAnswer,
  ownDays,
  type OwnShift,
  type OwnShifts,
} from '../../features/own-shifts/own-shifts.ts'
import { ShiftChanges } from '../../features/own-shifts/shift-changes.tsx'
import { ShiftDays } from '../../features/own-shifts/shift-days.tsx'
import { ShiftReasonDialog } from '../../features/own-shifts/shift-reason-dialog.tsx'
import { SwapDialog } from '../../features/own-shifts/swap-dialog.tsx'
import { useOwnRequests, useOwnShifts } from '../../features/own-shifts/use-own-shifts.ts'
import { WishesForm } from '../../features/own-shifts/wishes-form.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useNow } from '../../lib/use-now.ts'

const MINUTE_MS = 60_000

/** When do I work? One's own shifts day by day, what changed in them, and what one asks for. */
export function OwnShiftsPage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const nowMs = useNow(MINUTE_MS)
  const { own, error, isMarking, markSeen } = useOwnShifts()
  const desk = useOwnRequests()
  const [swapped, swap] = useState<OwnShift | null>(null)
  const [asked, askWhy] = useState<OwnShift | null>(null)
  return (
    <>
      <UnsavedGuard />
      <PageHeadline
        question={t('myShifts.question')}
        answer={own === undefined ? null : ownAnswer(own, nowMs, { t, format })}
      />
      {error !== null && <FailedState problem={error} />}
      {own === undefined && error === null && <LoadingState shape="table" />}
      {own !== undefined && (
        <>
          <OwnMessages />
          <ShiftChanges changes={own.changes} isBusy={isMarking} onSeen={markSeen} />
          <OwnDays own={own} nowMs={nowMs} onSwap={swap} onWhy={askWhy} />
          <LeaveForm desk={desk} />
          <OwnRequests desk={desk} />
          <OwnObjections about={['shift', 'request']} />
          <WishesForm />
        </>
      )}
      {asked !== null && <ShiftReasonDialog shift={asked} onClose={() => askWhy(null)} />}
      {swapped !== null && <SwapDialog shift={swapped} desk={desk} onClose={() => swap(null)} />}
    </>
  )
}

interface OwnDaysProps {
  readonly own: OwnShifts
  readonly nowMs: number
  readonly onSwap: (shift: OwnShift) => void
  readonly onWhy: (shift: OwnShift) => void
}

function OwnDays({ own, nowMs, ...on }: OwnDaysProps): ReactElement {
  const t = useTranslate()
  const days = ownDays(own, nowMs)
  if (days.length === 0) {
    return <EmptyState title={t('myShifts.empty')} nextStep={t('myShifts.empty.next')} />
  }
  return <ShiftDays days={days} nowMs={nowMs} {...on} />
}
