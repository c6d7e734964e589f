import { Checkbox, MultiSelect, NativeSelect, NumberInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import { CodeField } from './code-field.tsx'
import {
  ACCOUNTING_MONTHS,
  type ContractDraft,
  type ContractFault,
  type Figure,
  FIGURE_NAMES,
  FIGURES,
  isWeekBound,
  readContract,
  REGIMES,
} from './contract-draft.ts'
import type { NewTerms, ShiftShape } from './use-working-time.ts'
import { shapeWords } from './working-time-words.ts'

import styles from '../../components/entries.module.css'
import own from './working-time.module.css'

interface ContractFormProps {
  readonly initial: ContractDraft
  readonly isNew: boolean
  readonly shapes: readonly ShiftShape[]
  readonly isBusy: boolean
  readonly problem: ProblemView | null
  readonly onSubmit: (terms: NewTerms) => void
  readonly onCancel: () => void
}

/** The terms of a contract: which shifts it allows, and how much of them. */
export function ContractForm(props: ContractFormProps): ReactElement {
  const { initial, isNew, shapes, isBusy, problem, onSubmit, onCancel } = props
  const t = useTranslate()
  const [draft, setDraft] = useState(initial)
  const [faults, setFaults] = useState<readonly ContractFault[]>([])
  useUnsaved(draft !== initial && !isBusy)
  const change = (part: Partial<ContractDraft>): void => setDraft((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readContract(draft)
    setFaults(read.kind === 'refused' ? read.faults : [])
    if (read.kind === 'ready') onSubmit(read.terms)
  }
  const fields = { draft, faults, onChange: change }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['form']}>
      <CodeField
        code={draft.code}
        isNew={isNew}
        isFault={faults.includes('code')}
        onChange={(code) => change({ code })}
      />
      <NameFields
        name={draft.name}
        isMissing={faults.includes('name')}
        onChange={(name) => change({ name })}
      />
      <NativeSelect
        label={t('workingTime.regime')}
        description={t(`workingTime.regime.${draft.regime}.hint`)}
        value={draft.regime}
        data={REGIMES.map((value) => ({ value, label: t(`workingTime.regime.${value}`) }))}
        onChange={(event) => {
          const regime = REGIMES.find((one) => one === event.currentTarget.value)
          if (regime !== undefined) change({ regime })
        }}
      />
      {!isWeekBound(draft.regime) && <AccountingChoice {...fields} />}
      <Checkbox
        label={t('workingTime.split')}
        description={t('workingTime.split.hint')}
        checked={draft.splitShifts}
        onChange={(event) => change({ splitShifts: event.currentTarget.checked })}
      />
      <ShapeChoice {...fields} shapes={shapes} />
      <FigureFields {...fields} />
      {problem !== null && faults.length === 0 && <FailedState problem={problem} />}
      <FormActions
        submitLabel={t(isNew ? 'workingTime.contract.add' : 'action.save')}
        isBusy={isBusy}
        onCancel={onCancel}
      />
    </form>
  )
}

interface FieldsProps {
  readonly draft: ContractDraft
  readonly faults: readonly ContractFault[]
  readonly onChange: (part: Partial<ContractDraft>) => void
}

function AccountingChoice({ draft, onChange }: FieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <NativeSelect
      label={t('workingTime.accounting')}
      description={t('workingTime.accounting.hint')}
      value={String(draft.accountingMonths)}
      data={ACCOUNTING_MONTHS.map((months) => ({
        value: String(months),
        label: t('workingTime.accounting.months', { months }),
      }))}
      onChange={(event) => {
        const months = ACCOUNTING_MONTHS.find((one) => String(one) === event.currentTarget.value)
        if (months !== undefined) onChange({ accountingMonths: months })
      }}
    />
  )
}

function ShapeChoice({
  draft,
  faults,
  shapes,
  onChange,
}: FieldsProps & Pick<ContractFormProps, 'shapes'>): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <MultiSelect
      label={t('workingTime.contract.shapes')}
      classNames={{ pill: own['pill'] ?? '' }}
      data={shapes.map((shape) => ({
        value: shape.code,
        label: `${shape.code} · ${shapeWords(shape, { t, format })}`,
      }))}
      value={[...draft.shapes]}
      onChange={(codes) => onChange({ shapes: codes })}
      error={faults.includes('shapes') && t('workingTime.contract.shapes.fault')}
    />
  )
}

function FigureFields({ draft, faults, onChange }: FieldsProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const end = (value: number): string => format.number(value, Number.isInteger(value) ? 0 : 2)
  const range = (name: Figure): { readonly min: string; readonly max: string } => ({
    min: end(FIGURES[name].min),
    max: end(FIGURES[name].max),
  })
  return (
    <div className={own['figures']}>
      {FIGURE_NAMES.map((name) => (
        <NumberInput
          key={name}
          label={t(`workingTime.figure.${name}`)}
          min={0}
          decimalScale={FIGURES[name].unit === 'count' ? 0 : 2}
          decimalSeparator={locale === 'en' ? '.' : ','}
          value={draft.figures[name]}
          onChange={(value) => onChange({ figures: { ...draft.figures, [name]: value } })}
          error={faults.includes(name) && t('workingTime.figure.fault', range(name))}
        />
      ))}
    </div>
  )
}
