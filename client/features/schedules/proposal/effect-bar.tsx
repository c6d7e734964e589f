import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { placedShift, type Grid } from '../shift/shift-edit.ts'
import type { QueueName } from '../shift/shift-panel-props.ts'
import { EffectFacts } from './effect-facts.tsx'
import type { ProposalDesk } from './use-shift-proposal.ts'

import styles from './effect.module.css'

interface EffectBarProps {
  readonly desk: ProposalDesk
  readonly grid: Grid
  readonly queues: readonly QueueName[]
}

/** Under the grid while a change is proposed: from when to when, what it does, keep or put back. */
export function EffectBar({ desk, grid, queues }: EffectBarProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const { proposal } = desk
  if (proposal === null) return null
  const { shift, wish } = proposal
  const wanted = placedShift(shift, wish, grid.shapes)
  const range = (one: Pick<typeof shift, 'startsAt' | 'endsAt'>): string =>
    format.weekdayRange(Date.parse(one.startsAt), Date.parse(one.endsAt))
  return (
    <section className={styles['bar']} aria-label={t('effect.title')}>
      <div className={styles['words']}>
        <strong>{grid.operators.find(({ id }) => id === shift.operatorId)?.name}</strong>{' '}
        <span className={styles['times']}>
          {t('effect.times', { from: range(shift), to: range(wanted) })}
        </span>
        <EffectFacts tried={proposal} grid={grid} queues={queues} />
      </div>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={desk.putBack}>
          {t('effect.putBack')} <kbd className={styles['key']}>Esc</kbd>
        </Button>
        <Button onClick={desk.keep}>
          {t('effect.keep')} <kbd className={styles['key']}>Enter</kbd>
        </Button>
      </div>
    </section>
  )
}
