import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { PersonDrawer } from '../person-drawer.tsx'
import { ProposalChanges, ProposalSum } from '../proposal/proposal-facts.tsx'
import type { Absence, Grid } from '../shift/shift-edit.ts'
import { type RepairForm, REPAIR_REASONS, startingForm, toWish } from './repair-form.ts'
import { repairTitle } from './repair-title.ts'
import type { RepairDesk } from './use-repair.ts'

import styles from '../proposal/proposal.module.css'

interface RepairPanelProps {
  readonly desk: RepairDesk
  readonly grid: Grid
  readonly when: string
  /** The first day that can still be mended. */
  readonly today: string
  /** A requirement newer than the schedule's own; null without one. */
  readonly newerRequirementId: string | null
}

/** What has happened, and the ways to mend it: best first, each in people's words. */
export function RepairPanel(props: RepairPanelProps): ReactElement {
  const { desk, grid } = props
  const t = useTranslate()
  return (
    <PersonDrawer name={t('repair.title')} when={props.when} onClose={desk.close}>
      <Question {...props} />
      {desk.problem !== null && <FailedState problem={desk.problem} />}
      {desk.isAsking && <LoadingState shape="table" />}
      {desk.answer !== null && (
        <>
          {desk.answer.options.length === 1 && desk.answer.lostShiftIds.length === 0 && (
            <p className={styles['note']}>{t('repair.nothing')}</p>
          )}
          <ol className={styles['options']} aria-label={t('repair.options')}>
            {desk.answer.options.map((option, at) => (
              <li key={`${option.kind} ${at}`}>
                <div className={styles['head']}>
                  <strong>{repairTitle(option, grid, t)}</strong>
                  {option.changes.length > 0 && (
                    <Button variant="default" size="compact-sm" onClick={() => desk.show(option)}>
                      {t('repair.show')}
                    </Button>
                  )}
                </div>
                <ProposalSum proposal={option} />
                <ProposalChanges proposal={option} grid={grid} />
              </li>
            ))}
          </ol>
        </>
      )}
    </PersonDrawer>
  )
}

function Question({ desk, grid, today, newerRequirementId }: RepairPanelProps): ReactElement {
  const t = useTranslate()
  const [form, setForm] = useState<RepairForm>(() => startingForm(desk.start ?? {}, grid, today))
  const change = (part: Partial<RepairForm>): void => setForm((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    desk.ask(toWish(form, newerRequirementId))
  }
  const reasons = REPAIR_REASONS.filter(
    (one) => one !== 'requirement' || newerRequirementId !== null,
  )
  return (
    <form className={styles['form']} onSubmit={submit}>
      <NativeSelect
        className={styles['wide'] ?? ''}
        label={t('repair.reason')}
        value={form.reason}
        data={reasons.map((one) => ({ value: one, label: t(`repair.reason.${one}`) }))}
        onChange={(event) => {
          const reason = reasons.find((one) => one === event.currentTarget.value)
          if (reason !== undefined) change({ reason })
        }}
      />
      {form.reason === 'absence' && <AbsenceFields form={form} grid={grid} onChange={change} />}
      <Button type="submit" className={styles['wide'] ?? ''} loading={desk.isAsking}>
        {t('repair.ask')}
      </Button>
    </form>
  )
}

const KINDS: readonly Absence['kind'][] = [
  'sick',
  'annual',
  'unpaid',
  'study',
  'maternity',
  'other',
]

interface AbsenceFieldsProps {
  readonly form: RepairForm
  readonly grid: Grid
  readonly onChange: (part: Partial<RepairForm>) => void
}

function AbsenceFields({ form, grid, onChange }: AbsenceFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <>
      <NativeSelect
        className={styles['wide'] ?? ''}
        label={t('repair.who')}
        value={form.operatorId}
        data={grid.operators.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => onChange({ operatorId: event.currentTarget.value })}
      />
      <NativeSelect
        className={styles['wide'] ?? ''}
        label={t('repair.kind')}
        value={form.kind}
        data={KINDS.map((kind) => ({ value: kind, label: t(`absence.${kind}`) }))}
        onChange={(event) => {
          const kind = KINDS.find((one) => one === event.currentTarget.value)
          if (kind !== undefined) onChange({ kind })
        }}
      />
      <TextInput
        type="date"
        required
        label={t('repair.from')}
        value={form.fromDate}
        onChange={(event) => {
          const fromDate = event.currentTarget.value
          onChange({ fromDate, toDate: form.toDate < fromDate ? fromDate : form.toDate })
        }}
      />
      <TextInput
        type="date"
        required
        label={t('repair.to')}
        min={form.fromDate}
        value={form.toDate}
        onChange={(event) => onChange({ toDate: event.currentTarget.value })}
      />
    </>
  )
}
