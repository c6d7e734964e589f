import { TextInput, VisuallyHidden } from '@mantine/core'
import type { KeyboardEvent, ReactElement } from 'react'

import { ScrollBox } from '../../components/scroll-box.tsx'
import { activityName, stateName } from '../../lib/adherence-names.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useTravellingFocus } from '../../lib/use-travelling-focus.ts'
import {
  nextVerdict,
  type PolicyDraft,
  readSeconds,
  type Verdict,
  withTolerance,
  withVerdict,
} from './policy-draft.ts'

import styles from './policy.module.css'

const MARKS: Readonly<Record<string, string>> = { in: '✓', out: '✕', neutral: '–', unknown: '?' }
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

interface PolicyMatrixProps {
  readonly draft: PolicyDraft
  /** Null where it is only read. */
  readonly onChange: ((draft: PolicyDraft) => void) | null
}

/** Every activity by every state: what counts as what. A press changes a verdict, arrows walk. */
export function PolicyMatrix({ draft, onChange }: PolicyMatrixProps): ReactElement {
  const t = useTranslate()
  const focus = useTravellingFocus({ row: 0, column: 0 })
  const activities = Object.keys(draft.policy.activities)
  const states = [...Object.keys(draft.policy.states), 'no_data']
  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const { row, column } = focus.position
    const next = {
      row: Math.min(Math.max(0, row + step[0]), activities.length - 1),
      column: Math.min(Math.max(0, column + step[1]), states.length - 1),
    }
    focus.goTo(next)
    const grid = event.currentTarget.closest('table')
    grid?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus()
  }
  return (
    <ScrollBox label={t('policy.table')} className={styles['scroll']}>
      <table className={styles['matrix']}>
        <thead>
          <tr>
            <th scope="col">{t('policy.activity')}</th>
            <th scope="col" className={styles['tolerance']}>
              {t('policy.tolerance')}
            </th>
            {states.map((state) => (
              <th key={state} scope="col" className={styles['state']}>
                <span>{stateName(state, t)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {activities.map((activity, row) => (
            <tr key={activity}>
              <th scope="row">{activityName(activity, t)}</th>
              <ToleranceCell draft={draft} activity={activity} onChange={onChange} />
              {states.map((state, column) => (
                <VerdictCell
                  key={state}
                  draft={draft}
                  pair={{ activity, state }}
                  cell={`${row}-${column}`}
                  isReached={focus.position.row === row && focus.position.column === column}
                  onWalk={walk}
                  onChange={onChange}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface VerdictCellProps extends PolicyMatrixProps {
  readonly pair: { readonly activity: string; readonly state: string }
  readonly cell: string
  readonly isReached: boolean
  /** An arrow was pressed on it. */
  readonly onWalk: (event: KeyboardEvent) => void
}

function VerdictCell(props: VerdictCellProps): ReactElement {
  const { draft, pair, cell, isReached, onWalk, onChange } = props
  const t = useTranslate()
  const verdict = (draft.verdicts[pair.activity]?.[pair.state] ?? 'unknown') as Verdict
  const words = [
    activityName(pair.activity, t),
    stateName(pair.state, t),
    t(`today.verdict.${verdict}`),
  ].join(', ')
  const isOwn = draft.policy.table[pair.activity]?.[pair.state] !== undefined
  return (
    <td data-verdict={verdict} data-own={isOwn} title={words}>
      {onChange === null ? (
        <>
          <span aria-hidden>{MARKS[verdict]}</span>
          <VisuallyHidden>{words}</VisuallyHidden>
        </>
      ) : (
        <button
          type="button"
          data-cell={cell}
          tabIndex={isReached ? 0 : -1}
          aria-label={words}
          onKeyDown={onWalk}
          onClick={() => onChange(withVerdict(draft, pair, nextVerdict(verdict)))}
        >
          {MARKS[verdict]}
        </button>
      )}
    </td>
  )
}

function ToleranceCell(props: PolicyMatrixProps & { readonly activity: string }): ReactElement {
  const { draft, activity, onChange } = props
  const t = useTranslate()
  const own = draft.policy.activities[activity]?.toleranceSeconds
  if (onChange === null) {
    return <td className={styles['tolerance']}>{own ?? draft.policy.toleranceSeconds}</td>
  }
  return (
    <td className={styles['tolerance']}>
      <TextInput
        size="xs"
        inputMode="numeric"
        aria-label={t('policy.tolerance.of', { activity: activityName(activity, t) })}
        placeholder={String(draft.policy.toleranceSeconds)}
        value={own === undefined ? '' : String(own)}
        onChange={(event) => {
          const seconds = readSeconds(event.currentTarget.value)
          if (seconds !== undefined) onChange(withTolerance(draft, activity, seconds))
        }}
      />
    </td>
  )
}
