import { Button, NativeSelect } from '@mantine/core'
import { type ReactElement, type ReactNode, useState } from 'react'

import { JobProgress } from '../../components/job-progress/job-progress.tsx'
import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { DesignComparison } from './design-comparison.tsx'
import { DesignSteps } from './design-steps.tsx'
import { KindTable } from './kind-table.tsx'
import {
  type DesignedWeek,
  type DesignWish,
  type ShiftDesign,
  useShiftDesign,
} from './use-shift-design.ts'

import styles from './shift-design.module.css'

/** Shares by which the week may cost more: what is saved in kinds is paid in cover. */
const TOLERANCES = [0.01, 0.02, 0.05, 0.1, 0.2] as const
const USUAL: DesignWish = { everyStart: false, tolerance: 0.05 }

interface ShiftDesignViewProps {
  readonly week: DesignedWeek
  /** Which week it is, in fields. */
  readonly choice: ReactNode
}

/** Which kinds of shift are worth offering in a week, beside those that are offered now. */
export function ShiftDesignView({ week, choice }: ShiftDesignViewProps): ReactElement {
  const t = useTranslate()
  const { canPlan } = useAbilities()
  const work = useShiftDesign(week)
  const { design, job, problem } = work
  const [wanted, setWanted] = useState<Partial<DesignWish>>({})
  const wish = { ...wishOf(design), ...wanted }
  const ask = canPlan && <AskButton work={work} onAsk={() => work.order(wish)} />
  return (
    <>
      <PageHeadline
        question={t('shiftDesign.question')}
        answer={useAnswer(design)}
        {...(design === null ? {} : { actions: ask })}
      />
      <div className={styles['choices']}>
        {choice}
        {canPlan && (
          <WishFields wish={wish} onChange={(part) => setWanted((old) => ({ ...old, ...part }))} />
        )}
      </div>
      {problem !== null && <FailedState problem={problem} />}
      {job.view !== null && job.view.status !== 'done' && (
        <JobProgress title={t('shiftDesign.job')} job={job.view} onCancel={job.cancel} />
      )}
      {design === null ? (
        <NothingFound work={work} ask={ask} />
      ) : (
        <Found design={design} canPlan={canPlan} />
      )}
    </>
  )
}

/** What was asked for last, or what is asked for as a rule. */
function wishOf(design: ShiftDesign | null): DesignWish {
  if (design === null) return USUAL
  return { everyStart: design.everyStart, tolerance: design.tolerance }
}

type Work = ReturnType<typeof useShiftDesign>

interface AskButtonProps {
  readonly work: Work
  readonly onAsk: () => void
}

function AskButton({ work, onAsk }: AskButtonProps): ReactElement {
  const t = useTranslate()
  const isFirst = work.design === null
  return (
    <Button
      variant={isFirst ? 'filled' : 'default'}
      loading={work.isOrdering}
      disabled={work.isGoing}
      onClick={onAsk}
    >
      {t(isFirst ? 'shiftDesign.ask' : 'shiftDesign.again')}
    </Button>
  )
}

interface NothingFoundProps {
  readonly work: Work
  readonly ask: ReactNode
}

/** Not read yet, being found, or never asked for. */
function NothingFound({ work, ask }: NothingFoundProps): ReactElement | null {
  const t = useTranslate()
  if (work.isPending) return <LoadingState shape="table" />
  if (work.isGoing || work.problem !== null) return null
  return (
    <EmptyState
      title={t('shiftDesign.empty')}
      nextStep={t('shiftDesign.empty.next')}
      action={ask}
    />
  )
}

function useAnswer(design: ShiftDesign | null) {
  const t = useTranslate()
  const format = useFormat()
  if (design === null) return null
  const { kinds, week, offered } = design
  const change = week.cost / offered.week.cost - 1
  const text = t('shiftDesign.answer', {
    count: kinds.length,
    offered: offered.kinds,
    change: change >= 0 ? 'dearer' : 'cheaper',
    share: format.percent(Math.abs(change)),
  })
  return { text, tone: 'covered' } as const
}

interface WishFieldsProps {
  readonly wish: DesignWish
  readonly onChange: (part: Partial<DesignWish>) => void
}

function WishFields({ wish, onChange }: WishFieldsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { everyStart, tolerance } = wish
  const shares = TOLERANCES.some((share) => share === tolerance)
    ? TOLERANCES
    : [...TOLERANCES, tolerance].toSorted((a, b) => a - b)
  return (
    <>
      <NativeSelect
        aria-label={t('shiftDesign.among')}
        value={everyStart ? 'every' : 'offered'}
        data={(['offered', 'every'] as const).map((value) => ({
          value,
          label: t(`shiftDesign.among.${value}`),
        }))}
        onChange={(event) => onChange({ everyStart: event.currentTarget.value === 'every' })}
      />
      <NativeSelect
        aria-label={t('shiftDesign.tolerance')}
        value={String(tolerance)}
        data={shares.map((share) => ({
          value: String(share),
          label: t('shiftDesign.tolerance.choice', { share: format.percent(share) }),
        }))}
        onChange={(event) => onChange({ tolerance: Number(event.currentTarget.value) })}
      />
    </>
  )
}

interface FoundProps {
  readonly design: ShiftDesign
  readonly canPlan: boolean
}

function Found({ design, canPlan }: FoundProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <>
      {design.isStale && <NoticeBar kind="stale" text={t('shiftDesign.stale')} />}
      <DesignComparison design={design} />
      <KindTable kinds={design.kinds} canPlan={canPlan} />
      <DesignSteps design={design} />
      <p className={styles['how']}>
        {t('shiftDesign.how', {
          share: format.percent(design.tolerance),
          by: design.madeBy,
          at: format.dateTime(Date.parse(design.madeAt)),
        })}
      </p>
    </>
  )
}
