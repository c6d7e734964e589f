import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import { BreakFields } from './break-fields.tsx'
import { CodeField } from './code-field.tsx'
import { readShape, type ShapeDraft, type ShapeFault } from './shape-draft.ts'
import type { NewShape } from './use-working-time.ts'
import { breakWords, shapeWords } from './working-time-words.ts'

import styles from '../../components/entries.module.css'

/** Minutes between starts that centres use; a step of their own stays offered. */
const STEPS = [15, 30, 60, 120, 180, 240, 360, 720]

interface ShapeFormProps {
  readonly initial: ShapeDraft
  readonly isNew: boolean
  /** Shifts of it are planned: its length and breaks stay. */
  readonly isUsed: boolean
  readonly isBusy: boolean
  readonly problem: ProblemView | null
  readonly onSubmit: (shape: NewShape) => void
  readonly onCancel: () => void
}

/** A kind of shift in fields, and below in words, as it will be offered to the search and to planners. */
export function ShapeForm(props: ShapeFormProps): ReactElement {
  const { initial, isNew, isUsed, isBusy, problem, onSubmit, onCancel } = props
  const t = useTranslate()
  const format = useFormat()
  const [draft, setDraft] = useState(initial)
  const [faults, setFaults] = useState<readonly ShapeFault[]>([])
  useUnsaved(draft !== initial && !isBusy)
  const read = readShape(draft)
  const change = (part: Partial<ShapeDraft>): void => setDraft((old) => ({ ...old, ...part }))
  const fields = { draft, faults, onChange: change }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setFaults(read.kind === 'refused' ? read.faults : [])
    if (read.kind === 'ready') onSubmit(read.shape)
  }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['form']}>
      <FirstFields {...fields} isNew={isNew} isUsed={isUsed} />
      <StartFields {...fields} />
      <BreakFields
        breaks={draft.breaks}
        isReadOnly={isUsed}
        isFault={faults.includes('breaks')}
        onChange={(breaks) => change({ breaks })}
      />
      {read.kind === 'ready' && (
        <output className={styles['words']}>
          {shapeWords(read.shape, { t, format })}; {breakWords(read.shape, { t, format })}
        </output>
      )}
      {problem !== null && faults.length === 0 && <FailedState problem={problem} />}
      <FormActions
        submitLabel={t(isNew ? 'workingTime.shape.add' : 'action.save')}
        isBusy={isBusy}
        onCancel={onCancel}
      />
    </form>
  )
}

interface FieldsProps {
  readonly draft: ShapeDraft
  readonly faults: readonly ShapeFault[]
  readonly onChange: (part: Partial<ShapeDraft>) => void
}

function FirstFields({
  draft,
  faults,
  isNew,
  isUsed,
  onChange,
}: FieldsProps & Pick<ShapeFormProps, 'isNew' | 'isUsed'>): ReactElement {
  const { locale, t } = useLocale()
  return (
    <>
      <CodeField
        code={draft.code}
        isNew={isNew}
        isFault={faults.includes('code')}
        onChange={(code) => onChange({ code })}
      />
      {isUsed && <p className={styles['note']}>{t('workingTime.shape.used')}</p>}
      <NumberInput
        label={t('workingTime.shape.hours')}
        description={t('workingTime.shape.hours.hint')}
        min={0}
        max={24}
        step={0.25}
        decimalScale={2}
        decimalSeparator={locale === 'en' ? '.' : ','}
        value={draft.hours}
        readOnly={isUsed}
        onChange={(hours) => onChange({ hours })}
        error={faults.includes('hours') && t('workingTime.quarters.fault')}
      />
    </>
  )
}

function StartFields({ draft, faults, onChange }: FieldsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const steps = STEPS.includes(draft.step)
    ? STEPS
    : [...STEPS, draft.step].toSorted((a, b) => a - b)
  return (
    <Group grow align="start">
      <TextInput
        type="time"
        step={900}
        label={t('workingTime.shape.from')}
        value={draft.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
        error={faults.includes('from') && t('workingTime.quarters.fault')}
      />
      <TextInput
        type="time"
        step={900}
        label={t('workingTime.shape.to')}
        value={draft.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
        error={faults.includes('to') && t('workingTime.quarters.fault')}
      />
      <NativeSelect
        label={t('workingTime.shape.step')}
        value={String(draft.step)}
        data={steps.map((minutes) => ({
          value: String(minutes),
          label: format.duration(minutes * 60),
        }))}
        onChange={(event) => onChange({ step: Number(event.currentTarget.value) })}
      />
    </Group>
  )
}
