import { Group, MultiSelect, NativeSelect, NumberInput, Radio, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import { readRule, RULE_KINDS, type RuleDraft, type RuleFault } from './rule-draft.ts'
import { RuleFields, type RuleFieldsProps } from './rule-fields.tsx'
import { type RuleReader, ruleWords } from './rule-words.ts'
import type { RuleContent } from './use-rules.ts'

import styles from '../../components/entries.module.css'

interface RuleFormProps {
  readonly initial: RuleDraft
  readonly reader: RuleReader
  readonly isNew: boolean
  readonly isBusy: boolean
  readonly problem: ProblemView | null
  readonly onSubmit: (rule: RuleContent) => void
  readonly onCancel: () => void
}

/** A rule in fields, and above the buttons in words: what will be asked of whom. */
export function RuleForm(props: RuleFormProps): ReactElement {
  const { initial, reader, isNew, isBusy, problem, onSubmit, onCancel } = props
  const t = useTranslate()
  const [draft, setDraft] = useState(initial)
  const [faults, setFaults] = useState<readonly RuleFault[]>([])
  useUnsaved(draft !== initial && !isBusy)
  const read = readRule(draft)
  const change = (part: Partial<RuleDraft>): void => setDraft((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setFaults(read.kind === 'refused' ? read.faults : [])
    if (read.kind === 'ready') onSubmit(read.rule)
  }
  const fields = { draft, names: reader.names, faults, onChange: change }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['form']}>
      <TextInput
        label={t('rules.name')}
        description={t('rules.name.hint')}
        maxLength={200}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={faults.includes('name') && t('rules.fault.name')}
      />
      <NativeSelect
        label={t('rules.kind')}
        value={draft.kind}
        data={RULE_KINDS.map((value) => ({ value, label: t(`rules.kind.${value}`) }))}
        onChange={(event) => {
          const kind = RULE_KINDS.find((one) => one === event.currentTarget.value)
          if (kind !== undefined) change({ kind })
        }}
      />
      <RuleFields {...fields} />
      <ScopeFields {...fields} queues={reader.queues} locale={reader.locale} />
      <WeightField {...fields} />
      <ValidityFields {...fields} />
      {read.kind === 'ready' && (
        <output className={styles['words']}>{ruleWords(read.rule.definition, reader)}</output>
      )}
      {problem !== null && <FailedState problem={problem} />}
      <FormActions
        submitLabel={t(isNew ? 'rules.add' : 'rules.save')}
        isBusy={isBusy}
        onCancel={onCancel}
      />
    </form>
  )
}

function ScopeFields({
  draft,
  names,
  queues,
  locale,
  onChange,
}: RuleFieldsProps & Pick<RuleReader, 'queues' | 'locale'>): ReactElement {
  const t = useTranslate()
  return (
    <fieldset className={styles['scope']}>
      <legend>{t('rules.scope')}</legend>
      <p className={styles['note']}>{t('rules.scope.hint')}</p>
      <MultiSelect
        label={t('rules.scope.people')}
        searchable
        limit={50}
        data={names.operators.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...draft.operatorIds]}
        onChange={(operatorIds) => onChange({ operatorIds })}
      />
      <MultiSelect
        label={t('rules.scope.queues')}
        data={queues.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...draft.queueIds]}
        onChange={(queueIds) => onChange({ queueIds })}
      />
      <MultiSelect
        label={t('rules.scope.contracts')}
        data={names.contracts.map(({ code, name }) => ({ value: code, label: name[locale] }))}
        value={[...draft.contracts]}
        onChange={(contracts) => onChange({ contracts })}
      />
      <MultiSelect
        label={t('rules.scope.sites')}
        data={names.sites.map(({ code, name, workplaces }) => ({
          value: code,
          label: t('rules.scope.site', { name: name[locale], workplaces }),
        }))}
        value={[...draft.sites]}
        onChange={(sites) => onChange({ sites })}
      />
    </fieldset>
  )
}

const FIRST_WEIGHT = 5

function WeightField({ draft, onChange }: RuleFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <Radio.Group
      label={t('rules.strictness')}
      value={draft.weight === null ? 'hard' : 'soft'}
      onChange={(value) => onChange({ weight: value === 'hard' ? null : FIRST_WEIGHT })}
    >
      <Group gap="lg" pt={6}>
        <Radio value="hard" label={t('rules.strictness.hard')} />
        <Radio value="soft" label={t('rules.strictness.soft')} />
      </Group>
      {draft.weight !== null && (
        <NumberInput
          mt={8}
          label={t('rules.weight')}
          description={t('rules.weight.hint')}
          min={0.1}
          max={1000}
          value={draft.weight}
          onChange={(value) => onChange({ weight: Math.max(0.1, Number(value)) })}
        />
      )}
    </Radio.Group>
  )
}

function ValidityFields({ draft, faults, onChange }: RuleFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <Group grow align="start">
      <TextInput
        type="date"
        label={t('rules.validFrom')}
        value={draft.validFrom}
        onChange={(event) => onChange({ validFrom: event.currentTarget.value })}
        error={faults.includes('dates') && t('rules.fault.dates')}
      />
      <TextInput
        type="date"
        label={t('rules.validTo')}
        value={draft.validTo}
        onChange={(event) => onChange({ validTo: event.currentTarget.value })}
      />
    </Group>
  )
}
