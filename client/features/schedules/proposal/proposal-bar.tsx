import { Button } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

import { useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { Grid } from '../shift/shift-edit.ts'
import type { PlanProposal } from './plan-proposal.ts'
import { ProposalChanges, ProposalSum } from './proposal-facts.tsx'

import styles from './proposal.module.css'

interface ProposalBarProps {
  readonly title: string
  readonly proposal: PlanProposal
  /** Without the proposal: what its shifts are now. */
  readonly grid: Grid
  readonly isKeeping: boolean
  readonly onKeep: () => void
  readonly onDrop: () => void
  readonly dropLabel: string
  /** What else is to be known before it is kept. */
  readonly note?: ReactNode
}

/** While many changes are shown in the week: what they are, and whether to keep them. */
export function ProposalBar(props: ProposalBarProps): ReactElement {
  const { title, proposal, grid, note } = props
  const t = useTranslate()
  return (
    <section className={styles['bar']} aria-label={t('proposal.title')}>
      <div className={styles['words']}>
        <strong>{title}</strong>
        <ProposalSum proposal={proposal} />
        <ProposalChanges proposal={proposal} grid={grid} />
        {note !== undefined && <p className={styles['note']}>{note}</p>}
      </div>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={props.onDrop}>
          {props.dropLabel}
        </Button>
        <Button onClick={props.onKeep} loading={props.isKeeping}>
          {t('proposal.keep')}
        </Button>
      </div>
    </section>
  )
}
