import { NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import { type HouseRuleDraft, type HouseRuleFault, readHouseRule } from './house-rule-draft.ts'
import { figureText } from './rule-figures.ts'
import type { LabourRule, RuleFigure } from './use-labour-rules.ts'

import styles from '../../components/entries.module.css'

interface HouseRuleFormProps {
  readonly rule: LabourRule
  readonly initial: HouseRuleDraft
  readonly isBusy: boolean
  readonly problem: ProblemView | null
  readonly onSubmit: (figures: Record<string, number>, draft: HouseRuleDraft) => void
  readonly onCancel: () => void
}

/** The figures of a house rule, each beside what the law leaves; since when, and why. */
export function HouseRuleForm(props: HouseRuleFormProps): ReactElement {
  const { rule, initial, isBusy, problem, onSubmit, onCancel } = props
  const t = useTranslate()
  const [draft, setDraft] = useState(initial)
  const [faults, setFaults] = useState<readonly HouseRuleFault[]>([])
  useUnsaved(draft !== initial && !isBusy)
  const change = (part: Partial<HouseRuleDraft>): void => setDraft((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readHouseRule(rule, draft)
    setFaults(read.kind === 'refused' ? read.faults : [])
    if (read.kind === 'ready') onSubmit(read.figures, draft)
  }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['form']}>
      {rule.figures.map((figure) => (
        <FigureField
          key={figure.name}
          figure={figure}
          value={draft.figures[figure.name] ?? ''}
          isFault={faults.some((one) => typeof one === 'object' && one.figure === figure.name)}
          onChange={(value) => change({ figures: { ...draft.figures, [figure.name]: value } })}
        />
      ))}
      <TextInput
        type="date"
        label={t('labourRules.form.validFrom')}
        description={t('labourRules.form.validFrom.hint')}
        value={draft.validFrom}
        onChange={(event) => change({ validFrom: event.currentTarget.value })}
        error={faults.includes('validFrom') && t('labourRules.form.fault.validFrom')}
      />
      <TextInput
        label={t('labourRules.form.reason')}
        description={t('labourRules.form.reason.hint')}
        maxLength={500}
        value={draft.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={faults.includes('reason') && t('labourRules.form.fault.reason')}
      />
      {problem !== null && faults.length === 0 && <FailedState problem={problem} />}
      <FormActions submitLabel={t('action.save')} isBusy={isBusy} onCancel={onCancel} />
    </form>
  )
}

interface FigureFieldProps {
  readonly figure: RuleFigure
  readonly value: number | string
  readonly isFault: boolean
  readonly onChange: (value: number | string) => void
}

function FigureField({ figure, value, isFault, onChange }: FigureFieldProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const { bound, unit } = figure
  return (
    <NumberInput
      label={labelOf(figure.label[locale], unit, t)}
      {...(bound === null ? {} : { description: boundText(bound, unit, { t, format }) })}
      min={0}
      decimalScale={unit === 'hours' ? 2 : 0}
      decimalSeparator={locale === 'en' ? '.' : ','}
      value={value}
      onChange={onChange}
      error={isFault && t('labourRules.form.fault.figure')}
    />
  )
}

function labelOf(label: string, unit: RuleFigure['unit'], t: Translate): string {
  if (unit === 'hours') return t('labourRules.form.hours', { label })
  return unit === 'minutes' ? t('labourRules.form.minutes', { label }) : label
}

function boundText(
  { least, most, article }: NonNullable<RuleFigure['bound']>,
  unit: RuleFigure['unit'],
  { t, format }: { readonly t: Translate; readonly format: ReturnType<typeof useFormat> },
): string {
  const range = { least: figureText(least, unit, format), most: figureText(most, unit, format) }
  return article === null
    ? t('labourRules.form.bound', range)
    : t('labourRules.form.boundBy', { ...range, article })
}
