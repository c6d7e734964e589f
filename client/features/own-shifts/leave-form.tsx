import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { RequestDesk } from './use-own-shifts.ts'

import styles from './own-shifts.module.css'

const KINDS = ['annual', 'unpaid', 'study', 'other'] as const

/** Asks to be away: a supervisor or planner decides, and says so here. */
export function LeaveForm({ desk }: { readonly desk: RequestDesk }): ReactElement {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const [kind, setKind] = useState<(typeof KINDS)[number]>('annual')
  const [days, setDays] = useState({ fromDate: '', toDate: '' })
  const [note, setNote] = useState('')
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('myShifts.leave')}
      </Button>
    )
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    desk.asking.mutate(
      { body: { kind: 'leave', absenceKind: kind, ...days, note } },
      { onSuccess: () => setOpen(false) },
    )
  }
  return (
    <form className={styles['form']} onSubmit={submit} aria-label={t('myShifts.leave')}>
      <NativeSelect
        label={t('repair.kind')}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`absence.${value}`) }))}
        onChange={(event) =>
          setKind(KINDS.find((one) => one === event.currentTarget.value) ?? 'annual')
        }
      />
      <DaysFields days={days} onChange={setDays} />
      <TextInput
        label={t('myShifts.note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {desk.asking.error !== null && <FailedState problem={desk.asking.error} />}
      <FormActions
        submitLabel={t('myShifts.leave.ask')}
        isBusy={desk.asking.isPending}
        onCancel={() => setOpen(false)}
      />
    </form>
  )
}

interface DaysFieldsProps {
  readonly days: { readonly fromDate: string; readonly toDate: string }
  readonly onChange: (days: DaysFieldsProps['days']) => void
}

/** The first and the last day away. */
function DaysFields({ days: { fromDate, toDate }, onChange }: DaysFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <Group grow align="start">
      <TextInput
        type="date"
        required
        label={t('repair.from')}
        value={fromDate}
        onChange={({ currentTarget: { value } }) =>
          onChange({ fromDate: value, toDate: toDate < value ? value : toDate })
        }
      />
      <TextInput
        type="date"
        required
        label={t('repair.to')}
        min={fromDate}
        value={toDate}
        onChange={({ currentTarget: { value } }) => onChange({ fromDate, toDate: value })}
      />
    </Group>
  )
}
