import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import { useToday } from '../../lib/use-today.ts'
import { type NewAbsence, useAvailabilityChange } from './use-availability.ts'

import styles from './availability.module.css'

type Absences = components['schemas']['Availability']['absences']

const KINDS = ['annual', 'sick', 'study', 'unpaid', 'maternity', 'other'] as const

interface AbsenceListProps {
  readonly operatorId: string
  readonly absences: Absences
  readonly canChange: boolean
}

/** Leave and absences of the last year and to come; whose published shifts are left without them. */
export function AbsenceList({ operatorId, absences, canChange }: AbsenceListProps): ReactElement {
  const t = useTranslate()
  const [isAdding, setAdding] = useState(false)
  const { dropAbsence, isBusy, problem } = useAvailabilityChange(operatorId)
  return (
    <>
      {absences.length === 0 && <p className={styles['note']}>{t('availability.noAbsences')}</p>}
      <ul className={styles['list']} aria-label={t('people.absences')}>
        {absences.map((absence) => (
          <AbsenceLine
            key={absence.id}
            absence={absence}
            isBusy={isBusy}
            {...(canChange ? { onDrop: () => dropAbsence(absence.id) } : {})}
          />
        ))}
      </ul>
      {problem !== null && <FailedState problem={problem} />}
      {canChange && !isAdding && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('availability.addAbsence')}
        </Button>
      )}
      {isAdding && <AbsenceForm operatorId={operatorId} onDone={() => setAdding(false)} />}
    </>
  )
}

interface AbsenceLineProps {
  readonly absence: Absences[number]
  readonly isBusy: boolean
  readonly onDrop?: () => void
}

function AbsenceLine({ absence, isBusy, onDrop }: AbsenceLineProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const today = useToday()
  const { kind, fromDate, toDate, shifts } = absence
  const key = `absence.${kind}`
  const span = `${date(fromDate)} – ${date(toDate)}`
  return (
    <li>
      <span>
        {isMessageKey(key) ? t(key) : t('absence.other')}, {span}
        {shifts > 0 && toDate >= today && (
          <b className={styles['uncovered']}>{t('availability.shifts', { shifts })}</b>
        )}
      </span>
      {onDrop !== undefined && toDate >= today && (
        <Button
          variant="default"
          size="compact-sm"
          disabled={isBusy}
          aria-label={t('availability.withdraw.of', { span })}
          onClick={onDrop}
        >
          {t('availability.withdraw')}
        </Button>
      )}
    </li>
  )
}

interface AbsenceFormProps {
  readonly operatorId: string
  readonly onDone: () => void
}

function AbsenceForm({ operatorId, onDone }: AbsenceFormProps): ReactElement {
  const t = useTranslate()
  const today = useToday()
  const { addAbsence, isBusy, problem } = useAvailabilityChange(operatorId)
  const [draft, setDraft] = useState<NewAbsence>({ kind: 'annual', fromDate: today, toDate: today })
  const [isTouched, setTouched] = useState(false)
  useUnsaved(isTouched && !isBusy)
  const change = (part: Partial<NewAbsence>): void => {
    setDraft((old) => ({ ...old, ...part }))
    setTouched(true)
  }
  const isReady = draft.fromDate !== '' && draft.fromDate <= draft.toDate
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTouched(true)
    if (isReady) addAbsence(draft, onDone)
  }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['form']}>
      <NativeSelect
        label={t('availability.kind')}
        value={draft.kind}
        data={KINDS.map((value) => ({ value, label: t(`absence.${value}`) }))}
        onChange={(event) => {
          const kind = KINDS.find((one) => one === event.currentTarget.value)
          if (kind !== undefined) change({ kind })
        }}
      />
      <Group grow align="start">
        <TextInput
          type="date"
          label={t('availability.firstDay')}
          value={draft.fromDate}
          onChange={(event) => change({ fromDate: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('availability.lastDay')}
          value={draft.toDate}
          onChange={(event) => change({ toDate: event.currentTarget.value })}
          error={isTouched && !isReady && t('rules.fault.dates')}
        />
      </Group>
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('action.save')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
