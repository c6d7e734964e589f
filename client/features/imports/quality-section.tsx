import { Switch } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { actionText, findingColumns, whenText } from './quality-words.ts'
import { type Decision, type Finding, type Quality, useQuality } from './use-quality.ts'

import styles from './quality-section.module.css'

interface QualitySectionProps {
  readonly queueId: string
  readonly isReadOnly: boolean
}

/** What is odd about a queue's history, and what a planner has made of it: decided, never silent. */
export function QualitySection({ queueId, isReadOnly }: QualitySectionProps): ReactElement {
  const t = useTranslate()
  const desk = useQuality(queueId)
  return (
    <section className={styles['section']} aria-label={t('quality.title')}>
      <h2 className={styles['title']}>{t('quality.title')}</h2>
      {desk.error !== null && <FailedState problem={desk.error} />}
      {desk.quality === undefined && desk.error === null && <LoadingState shape="table" />}
      {desk.quality !== undefined && (
        <Told quality={desk.quality} desk={desk} isReadOnly={isReadOnly} />
      )}
    </section>
  )
}

interface ToldProps {
  readonly quality: Quality
  readonly desk: ReturnType<typeof useQuality>
  readonly isReadOnly: boolean
}

function Told({ quality, desk, isReadOnly }: ToldProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const [asked, setAsked] = useState<Finding | null>(null)
  const { findings, decisions } = quality
  const open = findings.filter(({ decisionId }) => decisionId === null).length
  const close = (): void => {
    desk.forgetError()
    setAsked(null)
  }
  return (
    <>
      <p className={styles['answer']}>
        {open === 0 ? t('quality.answer.none') : t('quality.answer', { open })}{' '}
        {!isReadOnly && findings.length > 0 && t('quality.hint')}
      </p>
      {findings.length > 0 && (
        <IntervalTable
          label={t('quality.table')}
          columns={findingColumns(decisions, { t, format })}
          rows={findings}
          rowKey={({ finding, from }) => `${finding} ${from}`}
          maxHeightPx={320}
          {...(isReadOnly ? {} : { onOpen: setAsked })}
        />
      )}
      {decisions.length > 0 && (
        <DecisionList
          decisions={decisions}
          isReadOnly={isReadOnly || desk.isSwitching}
          onToggle={desk.toggle}
        />
      )}
      <DecisionDialog
        finding={asked}
        isBusy={desk.isAdding}
        error={desk.addError}
        onSubmit={(draft) => {
          if (asked === null) return
          void desk.add(asked, draft).then((isStored) => isStored && close())
        }}
        onClose={close}
      />
    </>
  )
}

interface DecisionListProps {
  readonly decisions: readonly Decision[]
  readonly isReadOnly: boolean
  readonly onToggle: (id: string, active: boolean) => void
}

/** Every decision with who and why: switched off, never deleted. */
function DecisionList({ decisions, isReadOnly, onToggle }: DecisionListProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <>
      <h3 className={styles['subtitle']}>{t('quality.decisions')}</h3>
      <ul className={styles['list']}>
        {decisions.toReversed().map((decision) => {
          const action = actionText(decision, { t, format })
          const when = whenText(decision, format)
          return (
            <li key={decision.id} className={styles['item']} data-active={decision.active}>
              <Switch
                checked={decision.active}
                disabled={isReadOnly}
                aria-label={t('quality.decision.switch', { action, when, reason: decision.reason })}
                onChange={(event) => onToggle(decision.id, event.currentTarget.checked)}
              />
              <div className={styles['words']}>
                <span>
                  <b>{action}</b> · {t(`quality.finding.${decision.finding}`)}, {when}
                  {!decision.active && ` · ${t('quality.decision.off')}`}
                </span>
                <span className={styles['reason']}>
                  {decision.reason} — {decision.madeBy},{' '}
                  {format.dateTime(Date.parse(decision.madeAt))}
                </span>
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
