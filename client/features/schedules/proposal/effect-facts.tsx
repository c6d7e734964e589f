import type { ReactElement } from 'react'

import { FailedState } from '../../../components/states/failed-state.tsx'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { LawTag } from '../law-tag.tsx'
import type { Grid } from '../shift/shift-edit.ts'
import type { QueueName } from '../shift/shift-panel-props.ts'
import { type EffectSummary, effectSummary, TELLING_HOURS } from './effect-summary.ts'
import type { TriedEffect } from './use-shift-effect.ts'

import styles from './effect.module.css'

interface EffectFactsProps {
  readonly tried: TriedEffect
  readonly grid: Grid
  readonly queues: readonly QueueName[]
}

/** What a change would do to coverage, to the law and to paid hours, before it is kept. */
export function EffectFacts({ tried, grid, queues }: EffectFactsProps): ReactElement {
  const t = useTranslate()
  if (tried.problem !== null) return <FailedState problem={tried.problem} />
  if (tried.effect === null) return <p className={styles['waiting']}>{t('effect.counting')}</p>
  const summary = effectSummary(grid, tried.effect)
  return (
    <ul className={styles['facts']} aria-live="polite">
      <CoverageFact summary={summary} queues={queues} />
      <LawFacts summary={summary} />
      <PaidFact summary={summary} />
    </ul>
  )
}

interface FactProps {
  readonly summary: EffectSummary
}

function CoverageFact(props: FactProps & Pick<EffectFactsProps, 'queues'>): ReactElement {
  const { shortHours, queues } = props.summary
  const t = useTranslate()
  const format = useFormat()
  if (queues.length === 0) return <li>{t('effect.coverage.same')}</li>
  const more = shortHours.after - shortHours.before
  return (
    <li>
      <b className={styles['figure']} data-tone={more >= TELLING_HOURS ? 'under' : 'better'}>
        {Math.abs(more) < TELLING_HOURS
          ? t('effect.coverage.moved', { hours: format.number(shortHours.after, 1) })
          : t('effect.coverage', {
              before: format.number(shortHours.before, 1),
              after: format.number(shortHours.after, 1),
            })}
      </b>{' '}
      {queues
        .map(({ queueId, before, after }) =>
          t('effect.queue', {
            queue: props.queues.find(({ id }) => id === queueId)?.name ?? '',
            hours: format.signed(after - before, 1),
          }),
        )
        .join(', ')}
    </li>
  )
}

function LawFacts({ summary: { added, removed } }: FactProps): ReactElement {
  const t = useTranslate()
  if (added.length === 0 && removed.length === 0) return <li>{t('effect.law.same')}</li>
  return (
    <>
      {added.map(({ rule, article, text }) => (
        <li key={`+ ${text}`}>
          {t('effect.law.added')} <LawTag rule={rule} article={article} /> {text}
        </li>
      ))}
      {removed.map(({ rule, article, text }) => (
        <li key={`- ${text}`}>
          {t('effect.law.removed')} <LawTag rule={rule} article={article} /> {text}
        </li>
      ))}
    </>
  )
}

function PaidFact({ summary: { paidHours } }: FactProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  if (paidHours.before === paidHours.after) return null
  return (
    <li>
      {t('effect.paid', {
        before: format.duration(paidHours.before * 3600),
        after: format.duration(paidHours.after * 3600),
      })}
    </li>
  )
}
