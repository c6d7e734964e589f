import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { LawTag } from '../law-tag.tsx'
import type { Grid } from '../shift/shift-edit.ts'
import type { PlanProposal, ProposedChange } from './plan-proposal.ts'

import styles from './proposal.module.css'

interface ProposalProps {
  readonly proposal: PlanProposal
  readonly grid: Grid
}

/** What many changes bring together: coverage, pay, and how many people must be told. */
export function ProposalSum({ proposal }: Pick<ProposalProps, 'proposal'>): ReactElement {
  const { shortHours, paidHours, changes } = proposal
  const t = useTranslate()
  const format = useFormat()
  const people = new Set(changes.map(({ operatorId }) => operatorId)).size
  return (
    <p className={styles['sum']}>
      <span data-tone={shortHours.after > shortHours.before ? 'under' : 'better'}>
        {t('effect.coverage', {
          before: format.number(shortHours.before, 1),
          after: format.number(shortHours.after, 1),
        })}
      </span>{' '}
      {t('proposal.people', { count: people })}{' '}
      {paidHours.after !== paidHours.before &&
        t('proposal.paid', { hours: format.signed(paidHours.after - paidHours.before, 1) })}
    </p>
  )
}

/** Every change in words: who, from when to when, with what hours and rest. */
export function ProposalChanges({ proposal, grid }: ProposalProps): ReactElement {
  const t = useTranslate()
  const { changes } = proposal
  if (changes.length === 0) return <p className={styles['sum']}>{t('proposal.same')}</p>
  if (changes.length <= SHORT_LIST) return <ChangeList proposal={proposal} grid={grid} />
  return (
    <details>
      <summary>{t('compare.who')}</summary>
      <ChangeList proposal={proposal} grid={grid} />
    </details>
  )
}

/** So many changes are read at a glance. */
const SHORT_LIST = 3

function ChangeList({ proposal, grid }: ProposalProps): ReactElement {
  return (
    <ul className={styles['changes']}>
      {proposal.changes.map((change) => (
        <li key={`${change.operatorId} ${change.shiftId} ${change.after?.startsAt}`}>
          <Change change={change} grid={grid} />
        </li>
      ))}
    </ul>
  )
}

function Change({
  change,
  grid,
}: {
  readonly change: ProposedChange
  readonly grid: Grid
}): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const range = (one: { startsAt: string; endsAt: string } | null | undefined): string =>
    one === null || one === undefined
      ? t('grid.noShift')
      : format.weekdayRange(Date.parse(one.startsAt), Date.parse(one.endsAt))
  const { kind, after, paidMinutes, targetMinutes, restMinutes, minRestMinutes } = change
  const old = grid.shifts.find(({ id }) => id === change.shiftId)
  const name = grid.operators.find(({ id }) => id === change.operatorId)?.name
  return (
    <>
      <b>{name}</b>{' '}
      <span className={styles['times']}>
        {kind === 'breaks'
          ? t('proposal.breaks', { when: range(after) })
          : t('effect.times', { from: range(old), to: range(after) })}
      </span>
      {kind !== 'breaks' && kind !== 'dropped' && (
        <span className={styles['facts']}>
          {t('proposal.hours', {
            paid: format.hours(paidMinutes.after * 60),
            owed: format.hours(targetMinutes * 60),
          })}
          {restMinutes !== null && (
            <>
              {' · '}
              {t('proposal.rest', {
                rest: format.duration(restMinutes * 60),
                least: format.duration(minRestMinutes * 60),
              })}{' '}
              <LawTag article="83" />
            </>
          )}
        </span>
      )}
    </>
  )
}
