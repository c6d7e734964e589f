import { Button } from '@mantine/core'
import { type ReactElement, type ReactNode, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useQueues } from '../../lib/use-queues.ts'
import { accuracyText, changeText, forecastAnswer } from './forecast-headline.ts'
import type { ForecastPoint } from './forecast-model.ts'
import { ForecastNotices } from './forecast-notices.tsx'
import { ForecastSections } from './forecast-sections.tsx'
import { ForecastToolbar } from './forecast-toolbar.tsx'
import { ForecastWeek } from './forecast-week.tsx'
import { OverrideDialog } from './override/override-dialog.tsx'
import type { Override } from './override/override.ts'
import type { PickedSpan } from './override/span-picker.tsx'
import { useForecastView } from './use-forecast-view.ts'
import type { ForecastVersion, useForecastVersions } from './versions/use-forecast-versions.ts'

import styles from './forecast-view.module.css'

interface ForecastViewProps {
  readonly versions: ReturnType<typeof useForecastVersions>
  readonly shown: ForecastVersion
  readonly canPlan: boolean
  /** The button that asks for a new version; null for those who may not. */
  readonly ask: ReactElement | null
  /** Work under way. */
  readonly progress: ReactNode
}

/** One version, one queue, one span: the picture, the table, and what a person has added. */
export function ForecastView(props: ForecastViewProps): ReactElement {
  const { versions, shown, canPlan, ask, progress } = props
  const t = useTranslate()
  const format = useFormat()
  const view = useForecastView(shown, versions.before)
  const [picked, setPicked] = useState<PickedSpan | null>(null)
  const [isChanging, setChanging] = useState(false)
  const points = view.points ?? []
  const answer = points.length === 0 ? null : forecastAnswer(points, { t, format })
  const change = canPlan && view.covered !== null && (
    <Button variant="default" onClick={() => setChanging(true)}>
      {t('override.change')}
    </Button>
  )
  return (
    <>
      <PageHeadline
        question={t('forecast.question')}
        answer={answer}
        actions={
          <>
            {change}
            {ask}
          </>
        }
      />
      {progress}
      <ForecastNotices
        shown={shown}
        latest={versions.latest}
        canPlan={canPlan}
        queue={view.queue}
      />
      <ForecastToolbar {...view.toolbar} versions={versions.versions} before={versions.before} />
      <Accuracy accuracy={view.accuracy} />
      <Borrowed shown={shown} queueId={view.queue?.id} />
      <Change points={points} compared={view.compared} />
      <Picture view={view} summary={answer?.text ?? ''} picked={picked} onPick={setPicked}>
        {picked !== null && change !== false && (
          <PickedBar
            span={picked}
            total={view.totalOf(picked)}
            onChange={() => setChanging(true)}
            onForget={() => setPicked(null)}
          />
        )}
      </Picture>
      <ForecastSections view={view} versions={versions} isReadOnly={!canPlan} />
      <ChangeDialog
        view={view}
        isOpen={isChanging}
        picked={picked}
        onClose={(isStored) => {
          setChanging(false)
          if (isStored) setPicked(null)
        }}
      />
    </>
  )
}

function Accuracy(props: {
  readonly accuracy: ForecastVersion['accuracy'][number] | undefined
}): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const text = accuracyText(props.accuracy, { t, format })
  return <p className={styles['note']}>{text ?? t('forecast.accuracy.unknown')}</p>
}

/** From whom a young queue has its shape. */
function Borrowed(props: {
  readonly shown: ForecastVersion
  readonly queueId: string | undefined
}): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const { queues } = useQueues()
  const borrowed = props.shown.borrowed.find(({ queueId }) => queueId === props.queueId)
  if (borrowed === undefined) return null
  const like = queues.find(({ id }) => id === borrowed.likeQueueId)
  return (
    <p className={styles['note']}>
      {t('forecast.borrowed', {
        own: Math.max(1, Math.round(borrowed.ownWeeks)),
        weeks: Math.round(borrowed.borrowedWeeks),
        queue: like?.name ?? '—',
        factor: format.number(borrowed.factor, 2),
      })}
    </p>
  )
}

interface ChangeProps {
  readonly points: readonly ForecastPoint[]
  readonly compared: ForecastVersion | undefined
}

/** What the new version says differently. */
function Change({ points, compared }: ChangeProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  if (compared === undefined || points.length === 0) return null
  return <p className={styles['note']}>{changeText(points, compared.version, { t, format })}</p>
}

interface ChangeDialogProps {
  readonly view: ReturnType<typeof useForecastView>
  readonly isOpen: boolean
  readonly picked: PickedSpan | null
  readonly onClose: (isStored: boolean) => void
}

/** Stores a change by hand, which can be taken back at once. */
function ChangeDialog({ view, isOpen, picked, onClose }: ChangeDialogProps): ReactElement | null {
  const t = useTranslate()
  const { queue, covered, overrides } = view
  if (covered === null || queue === undefined) return null
  const store = async (override: Override): Promise<void> => {
    const made = await overrides.add(queue.id, override)
    if (made === null) return
    onClose(true)
    showUndo(t, {
      message: t('override.stored'),
      onUndo: () => overrides.toggle(made, false),
    })
  }
  return (
    <OverrideDialog
      span={isOpen ? (picked ?? covered) : null}
      queueName={queue.name}
      week={covered}
      marks={view.marks}
      totalOf={view.totalOf}
      isBusy={overrides.isAdding}
      error={overrides.addError}
      onSubmit={(override) => void store(override)}
      onClose={() => {
        overrides.forgetError()
        onClose(false)
      }}
    />
  )
}

interface PictureProps {
  readonly view: ReturnType<typeof useForecastView>
  readonly summary: string
  readonly picked: PickedSpan | null
  readonly onPick: (span: PickedSpan | null) => void
  readonly children: ReactNode
}

/** The chart with its table, or why there is none. */
function Picture({ view, summary, picked, onPick, children }: PictureProps): ReactElement {
  const t = useTranslate()
  if (view.error !== null) {
    return <FailedState problem={view.error} onRetry={() => void view.refetch()} />
  }
  if (view.span === null) {
    return <EmptyState title={t('week.uncovered')} nextStep={t('week.uncovered.next')} />
  }
  if (view.points === undefined) return <LoadingState shape="chart" />
  if (view.points.length === 0) {
    return (
      <EmptyState title={t('forecast.queue.empty')} nextStep={t('forecast.queue.empty.next')} />
    )
  }
  return (
    <ForecastWeek
      {...view.picture}
      span={view.span}
      points={view.points}
      marks={view.marks}
      summary={summary}
      picked={picked}
      onPick={onPick}
    >
      {children}
    </ForecastWeek>
  )
}

interface PickedBarProps {
  readonly span: PickedSpan
  readonly total: number
  readonly onChange: () => void
  readonly onForget: () => void
}

/** What was picked on the chart, and what can be done with it. */
function PickedBar({ span, total, onChange, onForget }: PickedBarProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <div className={styles['picked']}>
      <output>
        {t('forecast.picked', {
          when: format.dateRange(span.startMs, span.endMs),
          total: format.number(total),
        })}
      </output>
      <Button variant="default" onClick={onChange}>
        {t('override.change')}
      </Button>
      <Button variant="subtle" onClick={onForget}>
        {t('forecast.picked.forget')}
      </Button>
    </div>
  )
}
